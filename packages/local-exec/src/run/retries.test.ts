import {
  containerTask,
  dynamic,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceTask,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import {
  type Interceptor,
  localExecErrors,
  mock,
  type RunEvent,
  runLocal,
  startLocal,
} from "../entries/index.js";
import { virtualClock } from "../entries/testing.js";

class Busy extends Error {}

type FailedEvent = Extract<RunEvent, { readonly kind: "node-failed" }>;

function failures(): { readonly all: FailedEvent[]; readonly onEvent: (event: RunEvent) => void } {
  const all: FailedEvent[] = [];
  return { all, onEvent: (event) => void (event.kind === "node-failed" && all.push(event)) };
}

describe("`retry.on`", () => {
  const fetch = (options: object, problem: (attempt: number) => unknown) =>
    task({ name: "fetch", output: t.int(), ...options }, (_: {}, { attempt }) => {
      const error = problem(attempt);
      if (error !== undefined) throw error as Error;
      return attempt;
    });
  const twice = (error: () => unknown) => (attempt: number) => (attempt < 2 ? error() : undefined);

  it("says which errors are tried again, as often as the call says", async () => {
    const busy = fetch(
      { retry: { on: [Busy] } },
      twice(() => new Busy("later")),
    );
    const wf = workflow({ name: "wf", output: t.int() }, () => busy({}, { retries: 3 }));
    expect(await runLocal(wf)).toBe(2);
    const other = fetch(
      { retries: 3, retry: { on: [Busy] } },
      twice(() => new Error("no")),
    );
    const { all, onEvent } = failures();
    await failureOf(runLocal(other, {}, { onEvent }));
    expect(all.map(({ attempt, retrying }) => [attempt, retrying])).toEqual([[0, false]]);
  });

  it("may be a function, and is not asked about a `NonRecoverableError`", async () => {
    const asked: unknown[] = [];
    const on = (error: unknown): boolean => asked.push(error) > 0;
    expect(
      await runLocal(
        fetch(
          { retries: 2, retry: { on } },
          twice(() => "busy"),
        ),
      ),
    ).toBe(2);
    expect(asked).toEqual(["busy", "busy"]);
    const never = fetch({ retries: 2, retry: { on } }, () => new NonRecoverableError("never"));
    await failureOf(runLocal(never));
    expect(asked).toHaveLength(2);
  });

  it("that fails itself ends the node with an error that says so", async () => {
    const on = (error: unknown): boolean =>
      (error as { response: { status: number } }).response.status === 503;
    const broken = fetch({ retries: 2, retry: { on } }, () => new Error("down"));
    const { all, onEvent } = failures();
    const error = await failureOf(runLocal(broken, {}, { onEvent }));
    expect(error).toMatchObject({
      code: "RETRY_RULE_FAILED",
      params: { task: "fetch", node: "n0", error: "down" },
    });
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(all.map(({ error: { code }, retrying }) => [code, retrying])).toEqual([
      ["RETRY_RULE_FAILED", false],
    ]);
  });

  it("applies to dynamics and to the items of maps", async () => {
    let bodies = 0;
    const silent = dynamic({ name: "silent", output: t.int() }, (): number => {
      bodies += 1;
      throw new Busy("later");
    });
    await failureOf(runLocal(workflow({ name: "wf", output: t.int() }, () => silent({}, { retries: 3 }))));
    expect(bodies).toBe(1);
    bodies = 0;
    const grow = dynamic({ name: "grow", output: t.int(), retries: 1, retry: { on: [Busy] } }, () => {
      bodies += 1;
      if (bodies === 1) throw new Busy("later");
      return 7;
    });
    expect(await runLocal(grow)).toBe(7);
    const tries = new Map<number, number>();
    const item = task(
      { name: "item", inputs: { x: t.int() }, output: t.int(), retries: 2, retry: { on: [Busy] } },
      ({ x }, { attempt }) => {
        tries.set(x, attempt);
        if (attempt === 0) throw x === 1 ? new Busy("later") : new Error("no");
        return x;
      },
    );
    // One success is enough, so the map does not end with the item that is not tried again.
    const some = mapTask(item, { minSuccesses: 1 });
    expect(await runLocal(some, { x: [1, 2] })).toEqual([1, undefined]);
    expect([...tries]).toEqual([
      [1, 1],
      [2, 0],
    ]);
  });
});

describe("the errors of mocks", () => {
  const flaky = (_: {}, { attempt }: { readonly attempt: number }): number => {
    if (attempt === 0) throw new Error("not yet");
    return attempt;
  };

  it("are recoverable if those of the task are", async () => {
    const plain = task({ name: "plain", output: t.int() }, () => 0);
    const wf = workflow({ name: "wf", output: t.int() }, () => plain({}, { retries: 2 }));
    await failureOf(runLocal(wf, {}, { mocks: [mock(plain, flaky)] }));
    const tried = task({ name: "tried", output: t.int(), retries: 1 }, () => 0);
    expect(await runLocal(tried, {}, { mocks: [mock(tried, flaky)] })).toBe(1);
  });

  it("are recoverable for a container and for a task of elsewhere, which the backend tries again", async () => {
    const box = containerTask({ name: "box", image: "i", command: ["x"], output: t.int(), retries: 1 });
    expect(await runLocal(box, {}, { mocks: [mock(box, flaky)] })).toBe(1);
    const far = referenceTask({ project: "p", domain: "d", version: "v", name: "far", output: t.int() });
    const wf = workflow({ name: "wf", output: t.int() }, () => far({}, { retries: 1 }));
    expect(await runLocal(wf, {}, { mocks: [mock(far, flaky)] })).toBe(1);
  });

  it("are final for a workflow and a launch plan, as its failure is on a cluster", async () => {
    const inner = workflow({ name: "inner", output: t.int() }, () =>
      task({ name: "a", output: t.int() }, () => 1)(),
    );
    const plan = launchPlan(inner, { name: "plan" });
    const wf = workflow({ name: "wf", outputs: { a: t.int(), b: t.int() } }, () => ({
      a: inner({}, { retries: 1 }),
      b: plan({}, { retries: 1 }),
    }));
    for (const mocks of [[mock(inner, flaky)], [mock(plan, flaky)]])
      expect(await failureOf(runLocal(wf, {}, { mocks }))).toMatchObject({ code: "TASK_FAILED" });
  });
});

describe("the back-off of a run", () => {
  const failing = (times: number) =>
    task({ name: "failing", output: t.int(), retries: times }, (_: {}, { attempt }) => {
      if (attempt < times) throw new Error("not yet");
      return attempt;
    });

  it("grows from retry to retry, and is told", async () => {
    const { all, onEvent } = failures();
    const minute = 60_000;
    const retries = { backoff: { first: "2 min", factor: 3, longest: "10 min" } };
    const clock = virtualClock(new Date(0));
    expect(await runLocal(failing(4), {}, { retries, onEvent, clock })).toBe(4);
    expect(clock.now()).toBe(28 * minute);
    expect(all.map(({ at, backoff = 0 }) => [at / minute, backoff / minute])).toEqual([
      [0, 2],
      [2, 6],
      [8, 10],
      [18, 10],
    ]);
  });

  it("is nothing by default, and not part of an event then", async () => {
    const { all, onEvent } = failures();
    await runLocal(failing(1), {}, { onEvent });
    expect(all.map((event) => "backoff" in event)).toEqual([false]);
  });

  it("holds no slot", async () => {
    const order: string[] = [];
    const first = task({ name: "first", retries: 1 }, (_, { attempt }) => {
      order.push(`first ${attempt}`);
      if (attempt === 0) throw new Error("not yet");
    });
    const second = task({ name: "second" }, () => void order.push("second"));
    const wf = workflow({ name: "wf" }, () => {
      first();
      second();
    });
    await runLocal(wf, {}, { concurrency: 1, retries: { backoff: "1 day" }, clock: virtualClock() });
    expect(order).toEqual(["first 0", "second", "first 1"]);
  });

  it("is over at once when the run is cancelled", async () => {
    const run = startLocal(failing(1), {}, { retries: { backoff: "3 days" } });
    for await (const event of run.events()) if (event.kind === "node-failed") run.cancel("enough");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
  });

  it.each<[unknown, string]>([
    [3, "The options of the option `retries` of the run of failing must be one object"],
    [{ count: 3 }, "There is no option `count` for the option `retries` of the run of failing"],
    [{ backoff: -1 }, "The option `retries.backoff` of the run of failing takes milliseconds"],
    [{ backoff: "soon" }, "The option `retries.backoff` of the run of failing takes milliseconds"],
    [{ backoff: null }, "The option `retries.backoff` of the run of failing takes milliseconds"],
    [{ backoff: {} }, "The option `retries.backoff.first` of the run of failing takes milliseconds"],
    [{ backoff: { first: 1, factor: 0.5 } }, "The option `retries.backoff.factor`"],
    [{ backoff: { first: 1, longest: "ever" } }, "The option `retries.backoff.longest`"],
    [{ backoff: { first: 1, jitter: true } }, "There is no option `jitter`"],
  ])("refuses %j before anything runs", async (retries, text) => {
    const error = await failureOf(runLocal(failing(0), {}, { retries: retries as never }));
    expect(error.text).toContain(text);
  });
});

describe("timeouts of nodes that contain others", () => {
  const slow = task({ name: "slow", inputs: { first: t.int() }, output: t.int() }, async ({ first }) => {
    runs += 1;
    if (runs <= first) await clock.sleep("1 hour");
    return runs;
  });
  // Time passes only while a task sleeps, so that what does not sleep is in time on every machine.
  let clock = virtualClock();
  let runs = 0;
  beforeEach(() => {
    clock = virtualClock();
    runs = 0;
  });
  const inner = workflow({ name: "inner", inputs: { first: t.int() }, output: t.int() }, ({ first }) =>
    slow({ first }),
  );
  const plan = launchPlan(inner, { name: "plan" });

  it.each([
    ["a sub-workflow", inner, "sub-workflow inner", "n0@1/n0"],
    ["a launch plan", plan, "launch plan plan", "n0@1>n0"],
  ] as const)("end an attempt of %s, and another runs all of it anew", async (_what, callee, words, path) => {
    const wf = workflow({ name: "wf", inputs: { first: t.int() }, output: t.int() }, ({ first }) =>
      callee({ first }, { timeout: 30, retries: 1 }),
    );
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent): void => void events.push(event);
    expect(await runLocal(wf, { first: 1 }, { onEvent, clock })).toBe(2);
    const told = events.flatMap((event) =>
      "node" in event && "attempt" in event ? [`${event.node} ${event.attempt} ${event.kind.slice(5)}`] : [],
    );
    const before = path.replace("@1", "");
    expect(told).toEqual([
      "n0 0 started",
      `${before} 0 started`,
      "n0 0 failed",
      "n0 1 started",
      `${path} 0 started`,
      `${path} 0 succeeded`,
      "n0 1 succeeded",
    ]);
    runs = 0;
    const error = await failureOf(runLocal(wf, { first: 9 }, { clock }));
    expect(error).toMatchObject({ code: "NODE_TIMED_OUT", params: { node: "n0", milliseconds: 30 } });
    expect(error.text).toContain(words);
    expect(runs).toBe(2);
  });

  it("are no reason to try again after a failure inside, which had its own attempts", async () => {
    let calls = 0;
    const bad = task({ name: "bad", retries: 1 }, () => {
      calls += 1;
      throw new Error("no");
    });
    const child = workflow({ name: "child" }, () => void bad());
    const wf = workflow({ name: "wf" }, () => void child({}, { timeout: 5000, retries: 3 }));
    expect(await failureOf(runLocal(wf))).toMatchObject({ code: "TASK_FAILED" });
    expect(calls).toBe(2);
  });

  it("run no failure handler of an attempt that took too long", async () => {
    const handled: string[] = [];
    const cleanup = task({ name: "cleanup", inputs: { first: t.int() } }, () => void handled.push("cleanup"));
    const guarded = workflow(
      { name: "guarded", inputs: { first: t.int() }, output: t.int(), onFailure: cleanup },
      ({ first }) => slow({ first }),
    );
    const wf = workflow({ name: "wf", inputs: { first: t.int() }, output: t.int() }, ({ first }) =>
      guarded({ first }, { timeout: 30, retries: 1 }),
    );
    expect(await runLocal(wf, { first: 1 }, { clock })).toBe(2);
    expect(handled).toEqual([]);
  });

  it("hold for a map over plans and for each of its items", async () => {
    const wf = workflow(
      { name: "wf", inputs: { first: t.list(t.int()) }, output: t.list(t.int()) },
      ({ first }) => mapTask(plan)({ first }, { timeout: 40, retries: 1 }),
    );
    expect(await runLocal(wf, { first: [1] }, { clock })).toEqual([2]);
    runs = 0;
    expect((await failureOf(runLocal(wf, { first: [9] }, { clock }))).code).toMatch(
      /^(MAP_FAILED|NODE_TIMED_OUT)$/,
    );
  });
});

describe("a task whose process is killed", () => {
  // As the pool of processes says it.
  const killed = (times: number, signal?: string): readonly Interceptor[] => [
    ({ attempt }, next) => {
      if (attempt >= times) return next();
      const how = signal === undefined ? "it exited with code 1" : `it was ended by the signal ${signal}`;
      const lost = {
        task: "spot",
        node: "n0",
        kind: "process",
        how,
        ...(signal === undefined ? {} : { signal }),
      };
      throw localExecErrors.TASK_PROCESS_LOST(lost as never);
    },
  ];
  const spot = (options: object) =>
    task({ name: "spot", output: t.int(), ...options }, (_: {}, { attempt }) => attempt);

  it("is tried again three times if it is interruptible, whatever its retries are", async () => {
    const taken = spot({ interruptible: true });
    expect(await runLocal(taken, {}, { interceptors: killed(3, "SIGKILL") })).toBe(3);
    const error = await failureOf(runLocal(taken, {}, { interceptors: killed(4, "SIGKILL") }));
    expect(error).toMatchObject({ code: "TASK_PROCESS_LOST" });
    const named = workflow({ name: "wf", output: t.int(), interruptible: true }, () => spot({})());
    expect(await runLocal(named, {}, { interceptors: killed(3, "SIGKILL") })).toBe(3);
  });

  it("has its own retries after those", async () => {
    const both = task(
      { name: "spot", output: t.int(), interruptible: true, retries: 1 },
      (_: {}, { attempt }) => {
        if (attempt === 3) throw new Error("not yet");
        return attempt;
      },
    );
    expect(await runLocal(both, {}, { interceptors: killed(3, "SIGKILL") })).toBe(4);
  });

  it("is tried again as often as its retries say if it is not, or ended by itself", async () => {
    for (const [options, signal] of [
      [{}, "SIGKILL"],
      [{ interruptible: true }, undefined],
      [{ interruptible: true }, "SIGSEGV"],
    ] as const) {
      expect(await failureOf(runLocal(spot(options), {}, { interceptors: killed(1, signal) }))).toMatchObject(
        {
          code: "TASK_PROCESS_LOST",
        },
      );
      const tried = spot({ ...options, retries: 1 });
      expect(await runLocal(tried, {}, { interceptors: killed(1, signal) })).toBe(1);
      await failureOf(runLocal(tried, {}, { interceptors: killed(2, signal) }));
    }
  });
});

describe("the executions that launch plans start", () => {
  const ids: string[] = [];
  const who = task({ name: "who", inputs: { x: t.int() }, output: t.string() }, (_, { executionId }) => {
    ids.push(executionId);
    return executionId;
  });
  const child = workflow({ name: "child", inputs: { x: t.int() }, output: t.string() }, ({ x }) =>
    who({ x }),
  );
  const plan = launchPlan(child, { name: "plan" });
  const grandchild = workflow({ name: "outer", inputs: { x: t.int() }, output: t.string() }, ({ x }) =>
    plan({ x }),
  );

  it("have ids of their own, which events tell", async () => {
    ids.length = 0;
    const wf = workflow(
      {
        name: "wf",
        outputs: { own: t.string(), a: t.string(), b: t.string(), c: t.string(), d: t.list(t.string()) },
      },
      () => ({
        own: who({ x: 0 }),
        a: plan({ x: 1 }),
        b: plan({ x: 1 }),
        c: launchPlan(grandchild, { name: "far" })({ x: 1 }),
        d: mapTask(plan)({ x: [1, 2] }),
      }),
    );
    const started = new Map<string, string>();
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-started" && event.execution !== undefined)
        started.set(event.node, event.execution);
    };
    const run = startLocal(wf, {}, { onEvent });
    const { own, a, b, c, d } = await run.result;
    expect(own).toBe(run.id);
    expect(new Set([own, a, b, c, ...d]).size).toBe(6);
    for (const id of [a, b, c, ...d]) expect(id).toMatch(/^f[a-z2-7]{19}$/);
    expect(Object.fromEntries(started)).toEqual({
      n1: a,
      n2: b,
      n3: expect.stringMatching(/^f[a-z2-7]{19}$/) as string,
      "n3>n0": c,
      "n4/n0": d[0],
      "n4/n1": d[1],
    });
  });
});
