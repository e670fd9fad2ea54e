import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { startLocal } from "../entries/index.js";
import { assertRun, recordOf, virtualClock } from "../entries/testing.js";
import { runMatchers } from "../entries/vitest.js";

expect.extend(runMatchers);

const fetch = task({ name: "fetch", output: t.int(), retries: 2 }, (_, { attempt }) => {
  if (attempt < 2) throw new Error("no route");
  return 7;
});
const check = task({ name: "check", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x > 0) throw new Error("too much");
  return x;
});
const wf = workflow(
  { name: "matched", output: t.int(), failurePolicy: "fail-after-executable-nodes-complete" },
  () => {
    const x = check({ x: fetch() }, { id: "checked", after: [sleep("1 min")] });
    return check({ x }, { displayName: "again" });
  },
);
const record = recordOf(startLocal(wf, {}, { clock: virtualClock() }));

describe("the matchers", () => {
  it("take a name, and no entity", async () => {
    const run = assertRun(await record);
    expect(() => run.toHaveRun(check as never)).toThrow(
      "`toHaveRun` takes the path or the name of a node, but was given the task check.",
    );
    expect(() => run.not.toHaveRetried("fetch", 2)).toThrow(
      "not to retry fetch 2 times, but it was retried 2 times",
    );
  });

  it("tell what a run did", async () => {
    const run = await record;
    expect(run.status).toBe("failed");
    expect(run.error?.code).toBe("TASK_FAILED");
    expect(run).toHaveRun("fetch");
    expect(run).toHaveRun("checked");
    expect(run).not.toHaveRun("again");
    expect(run).toHaveRetried("fetch");
    expect(run).toHaveRetried("n0", 2);
    expect(run).not.toHaveRetried("n0", 1);
    expect(run).not.toHaveRetried("checked");
    expect(run).toHaveSucceeded("fetch");
    expect(run).not.toHaveSucceeded();
    expect(run).toHaveFailedAt("checked");
    expect(run).toHaveFailedAt("checked", "TASK_FAILED");
    expect(run).not.toHaveFailedAt("checked", "MAP_FAILED");
    expect(run).not.toHaveFailedAt("fetch");
    expect(run).toHaveWaited("sleep-gate");
    expect(run).toHaveSkipped("again");
    expect(run).not.toHaveBeenCached("fetch");
    const fine = await recordOf(startLocal(fetch));
    expect(fine).toHaveSucceeded();
  });

  it("tell what came from a cache, which a run has only if it asks for one", async () => {
    const stored = task({ name: "stored", output: t.int(), cache: { version: "1" } }, () => 7);
    const cache = mkdtempSync(join(tmpdir(), "matchers-"));
    const first = await recordOf(startLocal(stored, {}, { cache }));
    const second = await recordOf(startLocal(stored, {}, { cache }));
    const without = await recordOf(startLocal(stored));
    expect(second).toHaveBeenCached("stored");
    expect(first).not.toHaveBeenCached("stored");
    expect(without).not.toHaveBeenCached("stored");
    rmSync(cache, { recursive: true, force: true });
  });

  it("say what it did instead", async () => {
    const run = await record;
    expect(() => expect(run).toHaveRun("fetsh")).toThrow(
      "expected the run to run fetsh, but no node fetsh had any event; did you mean fetch?",
    );
    expect(() => expect(run).not.toHaveRun("checked")).toThrow(
      "expected the run not to run checked, but checked had node-started, node-failed (TASK_FAILED)",
    );
    expect(() => expect(run).toHaveSucceeded()).toThrow(
      "expected the run to succeed, but it failed: [TASK_FAILED] Task check (node checked) failed: too much",
    );
  });

  it("are functions for other runners", async () => {
    const run = await record;
    assertRun(run).toHaveRetried("fetch", 2);
    assertRun(run).not.toHaveRun("again");
    const failure = await failureOf(Promise.resolve().then(() => assertRun(run).toHaveRetried("fetch", 3)));
    expect(failure.code).toBe("RUN_ASSERTION_FAILED");
    expect(failure.text).toContain("expected the run to retry fetch 3 times, but it was retried 2 times");
    expect(() => assertRun(run).not.toHaveFailedAt("checked")).toThrow(
      "expected the run not to fail at checked",
    );
  });

  it("refuse what is no record", async () => {
    expect(() => assertRun({} as never).toHaveRun("x")).toThrow("takes what `await recordOf(run)` gives");
    expect(() => expect(record).toHaveRun("x")).toThrow("but was given an object of class Promise");
    await expect(recordOf(undefined as never)).rejects.toThrow("RUN_ASSERTION_FAILED");
    const run = await record;
    expect(() => assertRun(run).toHaveRun(undefined as never)).toThrow(
      "takes the path or the name of a node",
    );
  });
});
