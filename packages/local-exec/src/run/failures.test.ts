import {
  dynamic,
  type FlytekitError,
  mapTask,
  NonRecoverableError,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { latch, nodesOf, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const fail = task({ name: "fail", inputs: { x: t.int() }, output: t.int() }, function explode({ x }): number {
  throw new RangeError(`cannot take ${x}`);
});

describe("a failing task", () => {
  const wf = workflow({ name: "failing", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
    const inner = workflow({ name: "inner", inputs: { x: t.int() }, output: t.int() }, (i) =>
      fail({ x: i.x }, { id: "bad" }),
    );
    return inc({ x: inner({ x }) });
  });

  it("surfaces with its name, its node, its cause and the author's stack", async () => {
    const error: unknown = await runLocal(wf, { x: 7 }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "fail", node: "n0/bad", message: "cannot take 7" },
      cause: expect.any(RangeError) as unknown,
    });
    expect((error as Error).stack).toMatch(/explode.*failures\.test\.ts/);
    expect((error as Error).message).toContain("fail (node n0/bad) failed: cannot take 7");
  });

  it.each<[string, unknown]>([
    ["a text", "a text"],
    ["5", 5],
    ["undefined", undefined],
    ["null", null],
    ["an object", { a: 1 }],
    ["its own words", { message: "its own words" }],
  ])(
    "may throw anything, and is placed at its task where nothing knows the line: %s",
    async (words, thrown) => {
      const raise = (): never => {
        throw thrown;
      };
      const now = task({ name: "now" }, raise);
      const later = task({ name: "later" }, async () => wait(1).then(raise));
      const inGraph = dynamic({ name: "in_graph" }, raise);
      const item = task({ name: "item", inputs: { x: t.int() } }, raise);
      const items = workflow({ name: "items" }, () => {
        mapTask(item, { over: ["x"], minSuccessRatio: 0 })({ x: [1] });
        now();
      });
      for (const entity of [now, later, inGraph, items]) {
        const error = (await runLocal(entity).catch((caught: unknown) => caught)) as FlytekitError;
        expect(error).toMatchObject({ code: "TASK_FAILED", params: { message: words } });
        expect(Object.is(error.cause, thrown)).toBe(true);
        const { definedAt } = entity === items ? now : entity;
        expect(error.location).toEqual(definedAt.location);
        expect(error.location?.file).toMatch(/failures\.test\.ts$/);
      }
    },
  );

  it("may be one whose input cannot be had: the error names the input, and the events the node", async () => {
    const list = task({ name: "list", output: t.list(t.int()) }, () => [1]);
    const short = workflow({ name: "short", output: t.int() }, () => inc({ x: list().at(5) }));
    const run = startLocal(short);
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "failed" });
    await expect(run.result).rejects.toThrow(
      "x of inc (node n1) takes the part [5], but the value has no [5] there.",
    );
    const outer = workflow({ name: "outer", output: t.int() }, () => list().at(7));
    await expect(runLocal(outer)).rejects.toThrow("o0 of the outputs takes the part [7]");
  });

  it("is told of in events", async () => {
    const run = startLocal(wf, { x: 1 });
    expect(await nodesOf(run)).toEqual({ n0: "failed", "n0/bad": "failed" });
    await expect(run.result).rejects.toMatchObject({ code: "TASK_FAILED" });
  });
});

describe("failure policies", () => {
  // No clock says which comes first: `a` has started when `bad` fails, and goes on until it is told to, or to stop.
  function build(failurePolicy: "fail-immediately" | "fail-after-executable-nodes-complete") {
    const [started, mayEnd] = [latch(), latch()];
    const seen: string[] = [];
    const slow = task(
      { name: "slow", inputs: { id: t.string() }, output: t.string() },
      async ({ id }, { signal }) => {
        started.open();
        await Promise.race([
          mayEnd.opened,
          new Promise((resolve) => signal.addEventListener("abort", resolve)),
        ]);
        seen.push(signal.aborted ? `${id} aborted` : id);
        return id;
      },
    );
    const failLater = task({ name: "fail", output: t.int() }, async (): Promise<number> => {
      await started.opened;
      throw new RangeError("cannot take it");
    });
    const wf = workflow({ name: `policy.${failurePolicy}`, failurePolicy }, () => {
      const bad = failLater({}, { id: "bad" });
      const behind = inc({ x: bad }, { id: "behind" });
      inc({ x: behind }, { id: "further" });
      const a = slow({ id: "a" }, { id: "a" });
      slow({ id: "b" }, { id: "b", after: [a] });
    });
    const onEvent = ({ kind }: RunEvent): void => void (kind === "node-failed" && mayEnd.open());
    return { wf, seen, onEvent };
  }

  it("fail-immediately ends the run at once, and tells what runs", async () => {
    const { wf, seen } = build("fail-immediately");
    expect(await nodesOf(startLocal(wf))).toEqual({ bad: "failed", a: "started" });
    await expect.poll(() => seen).toEqual(["a aborted"]);
  });

  it("fail-after-executable-nodes-complete runs what it can, and skips what is behind", async () => {
    const { wf, seen, onEvent } = build("fail-after-executable-nodes-complete");
    const run = startLocal(wf, {}, { onEvent });
    expect(await nodesOf(run)).toEqual({
      bad: "failed",
      behind: "skipped",
      further: "skipped",
      a: "succeeded",
      b: "succeeded",
    });
    await expect(run.result).rejects.toMatchObject({ code: "TASK_FAILED", params: { task: "fail" } });
    expect(seen).toEqual(["a", "b"]);
  });

  it("is the root's, for sub-workflows too", async () => {
    const { wf: inner, onEvent } = build("fail-immediately");
    const root = workflow(
      { name: "root", failurePolicy: "fail-after-executable-nodes-complete" },
      () => void inner(),
    );
    expect(await nodesOf(startLocal(root, {}, { onEvent }))).toMatchObject({
      n0: "failed",
      "n0/bad": "failed",
      "n0/b": "succeeded",
    });
  });
});

describe("retries", () => {
  function flaky(failures: number, error: () => Error, retries: number) {
    let calls = 0;
    const fn = task({ name: "flaky", output: t.int(), retries }, (_, { attempt }) => {
      calls += 1;
      if (calls <= failures) throw error();
      return attempt;
    });
    return { fn, calls: () => calls };
  }

  it("try again as often as the task says, and tell the task which attempt it is", async () => {
    const { fn, calls } = flaky(2, () => new Error("no"), 2);
    expect(await runLocal(fn)).toBe(2);
    expect(calls()).toBe(3);
  });

  it("end with the last error", async () => {
    const { fn, calls } = flaky(9, () => new Error("no"), 1);
    await expect(runLocal(fn)).rejects.toMatchObject({ code: "TASK_FAILED" });
    expect(calls()).toBe(2);
  });

  it("are not for errors that say so", async () => {
    const { fn, calls } = flaky(9, () => new NonRecoverableError("never"), 5);
    await expect(runLocal(fn)).rejects.toMatchObject({ code: "TASK_FAILED", cause: { message: "never" } });
    expect(calls()).toBe(1);
  });

  it("may be more or less by the call", async () => {
    const { fn, calls } = flaky(3, () => new Error("no"), 1);
    const wf = workflow({ name: "again", output: t.int() }, () => fn({}, { retries: 3 }));
    expect(await runLocal(wf)).toBe(3);
    expect(calls()).toBe(4);
    const less = flaky(9, () => new Error("no"), 5);
    const fewer = workflow({ name: "fewer", output: t.int() }, () => less.fn({}, { retries: 1 }));
    await expect(runLocal(fewer)).rejects.toMatchObject({ code: "TASK_FAILED" });
    expect(less.calls()).toBe(2);
  });

  it("of a call alone do not make errors recoverable: that is the task's word", async () => {
    const { fn, calls } = flaky(1, () => new Error("no"), 0);
    const wf = workflow({ name: "again", output: t.int() }, () => fn({}, { retries: 3 }));
    await expect(runLocal(wf)).rejects.toMatchObject({ code: "TASK_FAILED" });
    expect(calls()).toBe(1);
  });
});

describe("timeouts", () => {
  it("end an attempt and fire its signal", async () => {
    let heard = false;
    const sleepy = task({ name: "sleepy", timeout: 20 }, async (_, { signal }) => {
      signal.addEventListener("abort", () => void (heard = true));
      await new Promise<never>(() => {});
    });
    await expect(runLocal(sleepy)).rejects.toMatchObject({
      code: "TASK_TIMED_OUT",
      params: { milliseconds: 20 },
    });
    expect(heard).toBe(true);
  });
});
