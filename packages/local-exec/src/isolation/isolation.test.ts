import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { threadId } from "node:worker_threads";
import { workflow } from "@flytekit-ts/workflow";
import { describe, expect, it, vi } from "vitest";
import * as tasks from "../../test/isolation/tasks.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import { failureOf } from "../../test/support/runs.js";
import { mock, runLocal, startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";

const path = (): string => join(mkdtempSync(join(tmpdir(), "isolation-")), "file");
const here = `${process.pid} ${threadId}`;
const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

// From source each worker loads some hundred modules; built it takes fifty milliseconds.
describe.each(["worker", "process"] as const)("a task in a %s", (isolation) => {
  it("runs elsewhere, with its values", async () => {
    expect(await runLocal(tasks.double, { x: 21 }, { isolation })).toBe(42);
    const elsewhere = await runLocal(tasks.where, {}, { isolation });
    expect(elsewhere).not.toBe(here);
    expect(elsewhere.startsWith(`${process.pid} `)).toBe(isolation === "worker");
    expect(await runLocal(tasks.where)).toBe(here);
  });

  it.skipIf(process.platform === "win32")("leaves no folder in which nothing is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isolation-"));
    vi.stubEnv("TMPDIR", folder);
    try {
      await runLocal(tasks.double, { x: 21 }, { isolation });
      await failureOf(runLocal(tasks.fails, {}, { isolation }));
      expect(readdirSync(folder).filter((name) => name.startsWith("flytekit-ts-"))).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("fails with the author's error, and its causes", async () => {
    const error = await failureOf(runLocal(tasks.fails, {}, { isolation }));
    expect(error).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "iso.fails", node: "n0", message: "too far" },
      cause: { name: "RangeError", message: "too far", cause: { message: "because" } },
    });
    const lines = readFileSync(new URL("../../test/isolation/tasks.ts", import.meta.url), "utf8").split("\n");
    const line = 1 + lines.findIndex((each) => each.includes("new RangeError"));
    expect(error.stack).toContain(`isolation/tasks.ts:${line}:`);
  });

  it("fails with what was thrown that is no error", async () => {
    const error = await failureOf(runLocal(tasks.throwsNumber, {}, { isolation }));
    expect(error).toMatchObject({ code: "TASK_FAILED", params: { node: "n0", message: "5" }, cause: 5 });
    expect(error.location).toEqual(tasks.throwsNumber.definedAt.location);
    const rejected = await failureOf(runLocal(tasks.rejectsNull, {}, { isolation }));
    const message = "a promise was rejected with null";
    expect(rejected).toMatchObject({ code: "TASK_CRASHED", params: { message } });
  });

  it("tells what it logs and writes", async () => {
    const events: RunEvent[] = [];
    await runLocal(tasks.says, {}, { isolation, onEvent: (event) => events.push(event) });
    const said = events.flatMap((event) =>
      event.kind === "node-logged" ? [[event.node, event.level, event.message]] : [],
    );
    expect(said).toEqual(
      expect.arrayContaining([
        ["n0", "stdout", "hello"],
        ["n0", "stderr", "there"],
        ["n0", "stdout", "grüße"],
        ["n0", "warn", "logged"],
      ]),
    );
    expect(events.at(-2)).toMatchObject({ kind: "node-succeeded" });
  });

  it("has all of its context", async () => {
    const events: RunEvent[] = [];
    const options = { secrets: { "g/k": "hush-hush" }, logger: false, filesIn: path() } as const;
    const onEvent = (event: RunEvent): unknown => events.push(event);
    expect(await runLocal(tasks.full, {}, { isolation, ...options, onEvent })).toBe("09");
    const logged = events.flatMap((event) => (event.kind === "node-logged" ? [event] : []));
    expect(logged).toMatchObject([
      { level: "info", message: "it is ***", fields: { attempt: 0 } },
      { level: "stdout", message: "***" },
      { level: "info", message: "it is ***", fields: { attempt: 1 } },
      { level: "stdout", message: "***" },
    ]);
    const done = events.find(({ kind }) => kind === "node-succeeded");
    expect(done).toMatchObject({ usage: { cpu: expect.any(Number), peakMemory: expect.any(Number) } });
    const deck = done?.kind === "node-succeeded" ? readFileSync(done.deck ?? "", "utf8") : "";
    expect(deck).toContain("attempt 1 ***");
  });

  it("that ends its process fails alone", async () => {
    const kinds: string[] = [];
    const onEvent = ({ kind, ...event }: RunEvent): unknown =>
      "entity" in event && kinds.push(`${kind} ${event.entity}`);
    const error = await failureOf(runLocal(tasks.both, {}, { isolation, onEvent, concurrency: 8 }));
    expect(error).toMatchObject({
      code: "TASK_PROCESS_LOST",
      params: { task: "iso.exits", kind: isolation },
    });
    expect(error.text).toContain("it exited with code 7");
    expect(kinds.filter((kind) => kind === "node-succeeded iso.double")).toHaveLength(3);
  });

  it.each(["failsLate", "rejectsLate"] as const)(
    "fails with what is thrown outside of it: %s",
    async (name) => {
      const error = await failureOf(runLocal(tasks[name], {}, { isolation }));
      const message = name === "failsLate" ? "late" : "nobody awaits this";
      expect(error).toMatchObject({ code: "TASK_CRASHED", params: { message }, cause: { message } });
      expect(await runLocal(tasks.double, { x: 1 }, { isolation })).toBe(2);
    },
  );

  it("does not fail with what an earlier one left behind in its worker", async () => {
    const said: string[] = [];
    const onEvent = (event: RunEvent): unknown =>
      event.kind === "node-logged" && said.push(`${event.node} ${event.message}`);
    // With a heap of its own size, so that no other test has workers in this pool.
    const alone = { default: isolation, memory: "3000Mi" };
    expect(await runLocal(tasks.leftBehind, {}, { isolation: alone, concurrency: 1, onEvent })).toBe(true);
    expect(said).toEqual(["n1 written in time"]);
  });

  it("fails if it takes too much memory", async () => {
    const limited = { default: isolation, memory: "64Mi" };
    const error = await failureOf(runLocal(tasks.hungry, {}, { isolation: limited }));
    expect(error).toMatchObject({ code: "TASK_OUT_OF_MEMORY", params: { limit: "64 MiB", kind: isolation } });
  });

  it("is tried again after its worker was lost, and not if it says so", async () => {
    const flaky = path();
    expect(await runLocal(tasks.flaky, { path: flaky }, { isolation })).toBe(2);
    expect(contentOf(flaky)).toBe("012");
    const never = path();
    await failureOf(runLocal(tasks.never, { path: never }, { isolation }));
    expect(contentOf(never)).toBe("x");
  });

  it("is tried again as its own rule says", async () => {
    const file = path();
    const error = await failureOf(runLocal(tasks.picky, { path: file }, { isolation }));
    expect(error).toMatchObject({ code: "TASK_FAILED", cause: { name: "RangeError" } });
    expect(contentOf(file)).toBe("xx");
  });

  it("is told to stop, with the reason", async () => {
    const file = path();
    expect(await failureOf(runLocal(tasks.stops, { path: file }, { isolation }))).toMatchObject({
      code: "TASK_TIMED_OUT",
    });
    await expect.poll(() => contentOf(file)).toContain("[TASK_TIMED_OUT]");
  });

  it("that never stops is ended with the run", async () => {
    const file = path();
    const run = startLocal(tasks.beats, { path: file }, { isolation: { default: isolation, grace: 20 } });
    await expect.poll(() => contentOf(file), { timeout: 20_000 }).not.toBe("");
    run.cancel();
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    await wait(1500);
    const last = contentOf(file);
    await wait(100);
    expect(contentOf(file)).toBe(last);
  });

  it("reads and writes files of the run", async () => {
    expect(await runLocal(tasks.files, {}, { isolation })).toBe("written");
  });

  it("uses storages that only the run has", async () => {
    const storage = memoryStorage({ "mem://in": "stored" });
    const file = await runLocal(tasks.stored, { file: "mem://in" }, { isolation, storage, filesIn: path() });
    expect(await file.text()).toBe("stored!");
    expect(storage.reads).toEqual(["mem://in"]);
    storage.failing = true;
    const failing = failureOf(runLocal(tasks.stored, { file: "mem://in" }, { isolation, storage }));
    expect(await failing).toMatchObject({ code: "TASK_FAILED", cause: { code: "STORAGE_FAILED" } });
  });

  it("must be found by its module and name", async () => {
    const made = tasks.made("iso.made");
    const all = workflow({ name: "all" }, () => {
      tasks.notExported()();
      made();
      tasks.double({ x: 1 });
    });
    const kinds: string[] = [];
    const error = await failureOf(runLocal(all, {}, { isolation, onEvent: ({ kind }) => kinds.push(kind) }));
    expect(error).toMatchObject({ code: "ISOLATION_MODULE_UNLOADABLE", params: { entity: "all" } });
    expect(error.text).toMatch(/iso\.hidden: .*tasks\.ts[^]*iso\.made: .*tasks\.ts/);
    expect(error.text).not.toContain("iso.double");
    expect(kinds).toEqual(["run-started", "run-failed"]);
  });

  it("that is mocked runs here", async () => {
    const mocks = [mock(tasks.double, ({ x }) => (x === 1 ? process.pid : 0))];
    expect(await runLocal(tasks.double, { x: 1 }, { isolation, mocks })).toBe(process.pid);
  });
});

describe("isolation", () => {
  it("that a task asks for comes before that of the run", async () => {
    expect(await runLocal(tasks.whereInProcess)).toMatch(/ 0$/);
    expect(await runLocal(tasks.whereInProcess, {}, { isolation: "worker" })).not.toContain(
      `${process.pid} `,
    );
  });

  it.each([
    ["thread", 'takes "none", "worker" or "process", but was given a string'],
    [{ default: 1 }, "`isolation.default`"],
    [{ memory: "lots" }, "`isolation.memory`"],
    [{ memory: 64 }, "`isolation.memory`"],
    [{ grace: -1 }, "`isolation.grace`"],
    [{ execArgv: "--import tsx" }, "`isolation.execArgv`"],
    [{ pool: 4 }, "`pool`"],
  ])("refuses %j", (isolation, text) => {
    const refused = (): unknown => startLocal(tasks.where, {}, { isolation: isolation as never });
    expect(refused).toThrow(text);
  });
});
