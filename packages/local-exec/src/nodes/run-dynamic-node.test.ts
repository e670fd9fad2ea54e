import {
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceLaunchPlan,
  referenceTask,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf, latch, nodesOf, wait } from "../../test/support/runs.js";
import { mock, runLocal, startLocal } from "../entries/index.js";
import { virtualClock } from "../entries/testing.js";

const LATER = "fail-after-executable-nodes-complete";
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x === 13) throw new Error("thirteen");
  return x + 1;
});
const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  Array.from({ length: n }, (_, x) => inc({ x })),
);

describe("a dynamic", () => {
  it("makes a graph of the values that it is given, anew each time", async () => {
    const wf = workflow({ name: "grown", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
      grow({ n }),
    );
    const run = startLocal(wf, { n: 2 });
    expect(await run.result).toEqual([1, 2]);
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", "n0/dn0": "succeeded", "n0/dn1": "succeeded" });
    expect(await runLocal(wf, { n: 4 })).toEqual([1, 2, 3, 4]);
  });

  it("may call nothing, and give values only", async () => {
    const run = startLocal(grow, { n: 0 });
    expect(await run.result).toEqual([]);
    expect(await nodesOf(run)).toEqual({ n0: "succeeded" });
  });

  it("may mix values with promises, and give several outputs", async () => {
    const mixed = dynamic(
      {
        name: "mixed",
        inputs: { n: t.int() },
        outputs: { all: t.list(t.int()), name: t.string(), none: t.optional(t.int()) },
      },
      ({ n }) => ({ all: [n, inc({ x: n }), 5], name: `n=${n}`, none: undefined }),
    );
    expect(await runLocal(mixed, { n: 7 })).toEqual({ all: [7, 8, 5], name: "n=7", none: undefined });
  });

  it("nests, and takes the results of others", async () => {
    const nested = dynamic({ name: "nested", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
      inc({ x: grow({ n }).at(n - 1) }),
    );
    const wf = workflow({ name: "nesting", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
      inc({ x: nested({ n }) }),
    );
    const run = startLocal(wf, { n: 2 });
    expect(await run.result).toBe(4);
    expect(Object.keys(await nodesOf(run)).toSorted()).toEqual([
      "n0",
      "n0/dn0",
      "n0/dn0/dn0",
      "n0/dn0/dn1",
      "n0/dn1",
      "n1",
    ]);
  });

  it("may call itself", async () => {
    const countdown: { (args: { n: number }): never } = dynamic(
      { name: "countdown", inputs: { n: t.int() }, output: t.int() },
      ({ n }) => (n === 0 ? 0 : inc({ x: countdown({ n: n - 1 }) })),
    ) as never;
    expect(await runLocal(countdown as never, { n: 3 })).toBe(3);
  });

  it("holds all other kinds of nodes", async () => {
    const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x }));
    const all = dynamic(
      { name: "all.kinds", inputs: { n: t.int() }, output: t.list(t.int()), uses: [sub] },
      ({ n }) => {
        const mapped = mapTask(inc)({ x: Array.from({ length: n }, (_, i) => i) });
        const chosen = conditional("c")
          .if(inc({ x: n }).gt(2), () => sub({ x: n }))
          .else(() => inc({ x: 100 }));
        return [mapped.at(0), chosen, launchPlan(sub)({ x: n }), waitForInput("v", t.int())];
      },
    );
    const run = startLocal(all, { n: 2 }, { gates: { v: 9 } });
    expect(await run.result).toEqual([1, 3, 3, 9]);
    expect(Object.keys(await nodesOf(run)).toSorted()).toEqual(
      [
        "n0",
        "n0/dn0",
        "n0/dn0/n0",
        "n0/dn0/n1",
        "n0/dn1",
        "n0/dn2",
        "n0/dn2/dn2-dn0",
        "n0/dn2/dn2-dn0/n0",
      ].concat(["n0/dn3", "n0/dn3>n0", "n0/dn4"]),
    );
  });

  it("is given its slot back while its graph runs", async () => {
    expect(await runLocal(grow, { n: 3 }, { concurrency: 1 })).toEqual([1, 2, 3]);
  });
});

describe("a dynamic that fails", () => {
  it("fails with a node of its graph, which it does not try again", async () => {
    let bodies = 0;
    const unlucky = dynamic({ name: "unlucky", output: t.int(), retries: 3 }, () => {
      bodies += 1;
      return inc({ x: 13 });
    });
    const run = startLocal(unlucky);
    expect(await nodesOf(run)).toEqual({ n0: "failed", "n0/dn0": "failed" });
    expect(await failureOf(run.result)).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "inc", node: "n0/dn0", message: "thirteen" },
    });
    expect(bodies).toBe(1);
  });

  it("does not try again what took too long in its graph", async () => {
    let bodies = 0;
    const slow = task({ name: "slow", timeout: 5 }, () => wait(5000));
    const once = dynamic({ name: "once", retries: 3 }, () => {
      bodies += 1;
      slow();
    });
    expect(await failureOf(runLocal(once))).toMatchObject({
      code: "TASK_TIMED_OUT",
      params: { task: "slow", node: "n0/dn0" },
    });
    expect(bodies).toBe(1);
  });

  it("fails as a task where its body throws, with retries", async () => {
    let bodies = 0;
    const flaky = dynamic(
      { name: "flaky", inputs: { good: t.int() }, output: t.int(), retries: 2 },
      function flakyBody({ good }) {
        bodies += 1;
        if (bodies < good) throw new RangeError("not yet");
        return inc({ x: bodies });
      },
    );
    expect(await runLocal(flaky, { good: 3 })).toBe(4);
    bodies = 0;
    const error = await failureOf(runLocal(flaky, { good: 9 }));
    expect(error).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "flaky", node: "n0", message: "not yet" },
      cause: expect.any(RangeError) as unknown,
    });
    expect(error.stack).toMatch(/flakyBody.*run-dynamic-node\.test\.ts/);
    expect(bodies).toBe(3);
    const never = dynamic({ name: "never", output: t.int(), retries: 5 }, (): number => {
      bodies += 1;
      throw new NonRecoverableError("never");
    });
    bodies = 0;
    await failureOf(runLocal(never));
    expect(bodies).toBe(1);
  });

  it("says what is wrong with the graph that it made, and does not try again", async () => {
    let bodies = 0;
    const remote = referenceTask({ name: "far", project: "p", domain: "d", version: "v", output: t.int() });
    const bad = dynamic({ name: "bad", output: t.int(), retries: 3 }, () => {
      bodies += 1;
      return remote();
    });
    expect(await failureOf(runLocal(bad))).toMatchObject({ code: "DYNAMIC_USES_REFERENCE_TASK" });
    expect(bodies).toBe(1);
    const twice = dynamic({ name: "twice", output: t.int() }, () => {
      inc({ x: 1 }, { id: "same" });
      return inc({ x: 1 }, { id: "same" });
    });
    const run = startLocal(twice);
    expect(await nodesOf(run)).toEqual({ n0: "failed" });
    expect(await failureOf(run.result)).toMatchObject({ code: "WORKFLOW_INVALID" });
  });

  it("says what its graph needs of the run, before it runs", async () => {
    const remote = referenceLaunchPlan({
      name: "far",
      project: "p",
      domain: "d",
      version: "v",
      output: t.int(),
    });
    const calls = dynamic({ name: "calls", output: t.int() }, () => {
      inc({ x: 1 });
      return remote();
    });
    const run = startLocal(calls);
    expect(await nodesOf(run)).toEqual({ n0: "failed" });
    const error = await failureOf(run.result);
    expect(error.code).toBe("MOCK_MISSING");
    expect(error.text).toMatch(
      /^The graph of calls \(node n0\) cannot run .*\n {2}- far, a launch plan of p\/d/,
    );
    expect(await runLocal(calls, {}, { mocks: [mock(remote, () => 5)] })).toBe(5);
    const asks = dynamic({ name: "asks", output: t.int() }, () => waitForInput("v", t.int()));
    expect(await failureOf(runLocal(asks, {}, { gates: { v: "x" } }))).toMatchObject({
      code: "GATES_INVALID",
    });
  });

  it("stops what runs in its graph, under the policy of the root", async () => {
    const { open, opened } = latch();
    let stopped = false;
    const long = task({ name: "long" }, async (_, { signal }) => {
      open();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      stopped = true;
    });
    const late = task({ name: "late", output: t.int() }, async (): Promise<number> => {
      await opened;
      throw new Error("late");
    });
    const both = dynamic({ name: "both" }, () => {
      long();
      late();
    });
    const run = startLocal(both);
    expect(await nodesOf(run)).toEqual({ n0: "failed", "n0/dn0": "started", "n0/dn1": "failed" });
    expect(stopped).toBe(true);
    const patient = workflow({ name: "patient", failurePolicy: LATER }, () => {
      const made = dynamic({ name: "made" }, () => {
        inc({ x: 13 });
        inc({ x: inc({ x: 1 }) });
      });
      made();
    });
    expect(await nodesOf(startLocal(patient))).toEqual({
      n0: "failed",
      "n0/dn0": "failed",
      "n0/dn1": "succeeded",
      "n0/dn2": "succeeded",
    });
  });

  it("may take too long with its graph, which then stops", async () => {
    const clock = virtualClock();
    let stopped = 0;
    const long = task({ name: "long" }, async (_, { signal }) => {
      signal.addEventListener("abort", () => void (stopped += 1));
      await clock.sleep("1 hour");
    });
    const slow = dynamic({ name: "slow", timeout: 300, retries: 1 }, () => {
      long();
    });
    const run = startLocal(slow, {}, { concurrency: 1, clock });
    expect(await failureOf(run.result)).toMatchObject({ code: "TASK_TIMED_OUT", params: { node: "n0" } });
    expect(stopped).toBe(2);
  });

  it("runs its graph again in other paths, so that no event of an attempt is taken for one of the next", async () => {
    const clock = virtualClock();
    const sometimes = task({ name: "sometimes", inputs: { late: t.boolean() } }, async ({ late }) => {
      if (late) await clock.sleep("1 hour");
    });
    let attempts = 0;
    const again = dynamic({ name: "again", timeout: 300, retries: 1 }, () => {
      attempts += 1;
      sometimes({ late: attempts === 1 });
    });
    expect(await nodesOf(startLocal(again, {}, { clock }))).toEqual({
      n0: "succeeded",
      "n0/dn0": "started",
      "n0@1/dn0": "succeeded",
    });
  });
});
