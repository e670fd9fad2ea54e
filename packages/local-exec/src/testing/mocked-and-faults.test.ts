import { launchPlan, mapTask, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf } from "../../test/support/runs.js";
import { type Interceptor, runLocal, startLocal } from "../entries/index.js";
import { fault, mocked, virtualClock } from "../entries/testing.js";

const train = referenceTask({
  project: "other",
  domain: "production",
  version: "9f1",
  name: "other.train",
  inputs: { rows: t.int() },
  output: t.float(),
});
const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);
const report = workflow({ name: "report", inputs: { rows: t.int() }, output: t.float() }, ({ rows }) =>
  half({ x: train({ rows }) }),
);

const retried = task({ name: "retried", inputs: { x: t.int() }, output: t.int(), retries: 2 }, ({ x }) => x);

describe("a mock that keeps its calls", () => {
  it("returns what it was given, or what its function returns, and has typed calls", async () => {
    const first = mocked(train, 8);
    const run = startLocal(report, { rows: 3 }, { mocks: [first] });
    expect(await run.result).toBe(4);
    expect(first.calls).toEqual([
      { inputs: { rows: 3 }, runId: run.id, node: "n0", item: undefined, attempt: 0 },
    ]);
    expect(first.calls[0]?.inputs.rows).toBe(3);
    expect(first.times).toBe(1);

    const second = mocked(train, ({ rows }) => rows * 2);
    expect(await runLocal(report, { rows: 3 }, { mocks: [second] })).toBe(3);
    expect(await runLocal(report, { rows: 4 }, { mocks: [second] })).toBe(4);
    expect(second.calls.map(({ inputs }) => inputs.rows)).toEqual([3, 4]);
  });

  it("keeps the calls of items and attempts, in plans too", async () => {
    const flaky = mocked(retried, ({ x }, { attempt }) => {
      if (attempt === 0) throw new Error("once");
      return x;
    });
    const wf = workflow({ name: "mapped.mock", output: t.list(t.int()) }, () =>
      mapTask(retried)({ x: [1, 2] }),
    );
    const plan = launchPlan(wf);
    const outer = workflow({ name: "outer.mock", output: t.list(t.int()) }, () => plan());
    expect(await runLocal(outer, {}, { mocks: [flaky] })).toEqual([1, 2]);
    expect(
      flaky.calls.toSorted((a, b) => a.attempt - b.attempt || (a.item ?? 0) - (b.item ?? 0)),
    ).toMatchObject([
      { node: "n0>n0/n0", item: 0, attempt: 0, inputs: { x: 1 } },
      { node: "n0>n0/n1", item: 1, attempt: 0, inputs: { x: 2 } },
      { node: "n0>n0/n0", item: 0, attempt: 1 },
      { node: "n0>n0/n1", item: 1, attempt: 1 },
    ]);
  });

  it("fails a run that did not call it, and not a run that failed", async () => {
    const unused = mocked(train, 8);
    const used = mocked(half, 1);
    const lone = workflow({ name: "lone", output: t.float() }, () => half({ x: 1 }));
    const run = runLocal(lone, {}, { mocks: [unused, used] });
    expect((await failureOf(run)).message).toContain(
      "[MOCK_UNUSED] The mock of other.train was not called in this run.",
    );
    await runLocal(report, { rows: 1 }, { mocks: [unused, used] });
    expect(await failureOf(runLocal(lone, {}, { mocks: [unused, used] }))).toMatchObject({
      code: "MOCK_UNUSED",
    });
    const allowed = mocked(train, 8, { unused: "allowed" });
    expect(await runLocal(lone, {}, { mocks: [allowed] })).toBe(0.5);
    const fails = mocked(half, () => {
      throw new Error("no");
    });
    expect(await failureOf(runLocal(lone, {}, { mocks: [unused, fails] }))).toMatchObject({
      code: "TASK_FAILED",
    });
  });

  it("is checked", () => {
    expect(() => mocked({} as never, 1 as never)).toThrow("MOCK_INVALID");
    expect(() => mocked(train, 1, { unused: true as never })).toThrow("OPTION_INVALID");
    expect(() => mocked(train, 1, { use: 1 } as never)).toThrow("OPTION_UNKNOWN");
    // @ts-expect-error a text is no float
    expect(mocked(train, "x").times).toBe(0);
    // @ts-expect-error a text is no float, from a function either
    expect(mocked(train, () => "x").times).toBe(0);
  });
});

describe("a fault", () => {
  it("throws for the node, the task, the item and the attempt that it is for", async () => {
    const wf = workflow({ name: "faulty", output: t.list(t.int()) }, () =>
      mapTask(retried)({ x: [1, 2, 3] }),
    );
    const route = new Error("no route");
    const interceptors = [
      fault({ entity: retried, item: 1, attempt: 0 }, { throw: route }),
      fault({ node: /n2$/, attempt: 1 }, { throw: "never", unused: "allowed" }),
    ];
    const run = startLocal(wf, {}, { interceptors });
    expect(await run.result).toEqual([1, 2, 3]);
    const failed = (await eventsOf(run)).filter(({ kind }) => kind === "node-failed");
    expect(failed).toMatchObject([
      { node: "n0/n1", item: 1, attempt: 0, retrying: true, error: { code: "TASK_FAILED", cause: route } },
    ]);
  });

  it("strikes before the task is executed, or after", async () => {
    let runs = 0;
    const counted = task({ name: "counted", output: t.int(), retries: 1 }, () => (runs += 1));
    await runLocal(counted, {}, { interceptors: [fault({ attempt: 0 }, { throw: new Error("x") })] });
    expect(runs).toBe(1);
    const after = fault({ attempt: 0 }, { throw: new Error("x"), when: "after" });
    await runLocal(counted, {}, { interceptors: [after] });
    expect(runs).toBe(3);
  });

  it("delays on the clock of the run, and hangs until the timeout", async () => {
    const clock = virtualClock();
    const interceptors = [fault({ attempt: 0 }, { hang: true }), fault({ attempt: 1 }, { delay: "30 min" })];
    const timed = task({ name: "timed.fault", output: t.int(), timeout: "1 hour", retries: 1 }, () => 5);
    const run = startLocal(timed, {}, { clock, interceptors });
    expect(await run.result).toBe(5);
    expect((await eventsOf(run)).find(({ kind }) => kind === "node-failed")).toMatchObject({
      error: { code: "TASK_TIMED_OUT" },
      duration: 3_600_000,
    });
    expect(clock.elapsed()).toBeGreaterThanOrEqual(5_400_000);
    expect(clock.timers).toBe(0);
  });

  it("loses the worker, which the backend would start again", async () => {
    let runs = 0;
    const once = task({ name: "lost.once", output: t.int(), retries: 1 }, () => (runs += 1));
    const run = startLocal(once, {}, { interceptors: [fault({ attempt: 0 }, { loseWorker: true })] });
    expect(await run.result).toBe(1);
    expect((await eventsOf(run)).find(({ kind }) => kind === "node-failed")).toMatchObject({
      retrying: true,
      error: { code: "TASK_PROCESS_LOST", params: { node: "n0", task: "lost.once", kind: "worker" } },
    });
    const lasting = fault({}, { loseWorker: true });
    expect(await failureOf(runLocal(once, {}, { interceptors: [lasting] }))).toMatchObject({
      code: "TASK_PROCESS_LOST",
    });
  });

  it("is free when the run is cancelled", async () => {
    const clock = virtualClock(undefined, { auto: false });
    const run = startLocal(half, { x: 1 }, { clock, interceptors: [fault({}, { delay: "1 hour" })] });
    for await (const event of run.events()) if (event.kind === "node-started") break;
    run.cancel();
    await failureOf(run.result);
    expect(clock.timers).toBe(0);
  });

  it("fails a run in which it struck nothing", async () => {
    const unused = fault({ node: "n7", entity: half, item: 1, attempt: 2 }, { throw: 1 });
    expect((await failureOf(runLocal(half, { x: 1 }, { interceptors: [unused] }))).message).toContain(
      "[FAULT_UNUSED] The fault for node n7, entity half, item 1, attempt 2 struck nothing in this run.",
    );
  });

  it.each<[string, () => Interceptor]>([
    ["no action", () => fault({}, {})],
    ["two actions", () => fault({}, { throw: 1, hang: true })],
    ["a wrong time", () => fault({}, { delay: "soon" })],
    ["a wrong moment", () => fault({}, { throw: 1, when: "later" as never })],
    ["a wrong node", () => fault({ node: 3 as never }, { throw: 1 })],
    ["a wrong attempt", () => fault({ attempt: -1 }, { throw: 1 })],
    ["an unknown option", () => fault({ nodes: "n0" } as never, { throw: 1 })],
    ["nothing", () => fault(undefined as never, undefined as never)],
  ])("is checked: %s", (_, make) => {
    expect(make).toThrow(/OPTION_INVALID|OPTION_UNKNOWN|OPTIONS_NOT_AN_OBJECT/);
  });
});

describe("interceptors", () => {
  it("are around each execution, the first outermost, and may change the outputs", async () => {
    const told: string[] = [];
    const named =
      (name: string): Interceptor =>
      async ({ node, entity, attempt, inputs }, next) => {
        told.push(`${name} ${node} ${entity} ${attempt} ${[...inputs.keys()].join()}`);
        const outputs = await next();
        told.push(`${name} ends`);
        return outputs;
      };
    expect(await runLocal(half, { x: 3 }, { interceptors: [named("a"), named("b")] })).toBe(1.5);
    expect(told).toEqual(["a n0 half 0 x", "b n0 half 0 x", "b ends", "a ends"]);
  });

  it("fail the task by what they throw, and the run by what they throw at its end", async () => {
    const throws = (): never => {
      throw new Error("not today");
    };
    expect(await failureOf(runLocal(half, { x: 3 }, { interceptors: [throws] }))).toMatchObject({
      code: "TASK_FAILED",
      params: { node: "n0", message: "not today" },
    });
    const finished: Interceptor = Object.assign(((_, next) => next()) satisfies Interceptor, {
      finished: throws,
    });
    const failure = await failureOf(runLocal(half, { x: 3 }, { interceptors: [finished] }));
    expect(failure.message).toContain("not today");
  });

  it("have to return the outputs, at once or as a promise of any kind", async () => {
    for (const [given, words] of [
      [5, "the number 5"],
      [undefined, "nothing"],
      [{ o0: 1 }, "an object"],
      [new Map(), "a map without all of them"],
      [Promise.resolve("x"), "a string"],
    ] as const) {
      const failure = await failureOf(runLocal(half, { x: 3 }, { interceptors: [() => given as never] }));
      expect(failure.code).toBe("TASK_FAILED");
      expect(failure.text).toContain(`An interceptor of the run returned ${words} instead of the outputs`);
    }
    const own: Interceptor = (_, next) => {
      const outputs = next();
      const thenable = Object.fromEntries(
        ["then"].map((key) => [key, (done: (value: unknown) => void) => done(outputs)]),
      );
      return thenable as never;
    };
    expect(await runLocal(half, { x: 3 }, { interceptors: [own] })).toBe(1.5);
  });

  it("are checked", async () => {
    for (const interceptors of [{}, [1], "x"])
      expect(
        await failureOf(runLocal(half, { x: 1 }, { interceptors: interceptors as never })),
      ).toMatchObject({
        code: "OPTION_INVALID",
      });
  });
});
