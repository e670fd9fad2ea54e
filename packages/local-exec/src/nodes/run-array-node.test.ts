import {
  conditional,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceTask,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf, latch, nodesOf, wait } from "../../test/support/runs.js";
import { mock, type RunEvent, runLocal, startLocal } from "../entries/index.js";
import { virtualClock } from "../entries/testing.js";

const LATER = "fail-after-executable-nodes-complete";
const odd = task({ name: "odd", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x % 2 === 0) throw new Error(`${x} is even`);
  return x * 10;
});
const xs = { inputs: { xs: t.list(t.int()) } } as const;
const strict = workflow({ name: "strict", ...xs, output: t.list(t.int()) }, ({ xs }) =>
  mapTask(odd)({ x: xs }),
);
const maybe = t.list(t.optional(t.int()));
const half = workflow({ name: "half", ...xs, output: maybe }, ({ xs }) =>
  mapTask(odd, { minSuccessRatio: 0.5 })({ x: xs }),
);
const two = workflow({ name: "two", ...xs, output: maybe }, ({ xs }) =>
  mapTask(odd, { minSuccesses: 2 })({ x: xs }),
);

describe("a map", () => {
  it("runs its task for each item and gives a list in their order", async () => {
    const sleepy = task({ name: "sleepy", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
      await wait(x);
      return x;
    });
    const wf = workflow({ name: "uneven", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(sleepy)({ x: xs }),
    );
    expect(await runLocal(wf, { xs: [9, 1, 5] })).toEqual([9, 1, 5]);
    expect(await nodesOf(startLocal(strict, { xs: [1, 3] }))).toEqual({
      n0: "succeeded",
      "n0/n0": "succeeded",
      "n0/n1": "succeeded",
    });
  });

  it("gives an empty list for an empty list", async () => {
    const run = startLocal(strict, { xs: [] });
    expect(await run.result).toEqual([]);
    expect(await nodesOf(run)).toEqual({ n0: "succeeded" });
  });

  it("gives what is bound whole to each item", async () => {
    const weigh = task(
      {
        name: "weigh",
        inputs: { x: t.int(), all: t.list(t.int()), by: t.int().default(2) },
        output: t.int(),
      },
      ({ x, all, by }) => x * by + all.length,
    );
    const wf = workflow({ name: "bound", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(weigh, { over: ["x"] })({ x: xs, all: xs }),
    );
    expect(await runLocal(wf, { xs: [1, 2, 3] })).toEqual([5, 7, 9]);
  });

  it("goes over several lists at once, which are of one length", async () => {
    const add = task(
      { name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() },
      ({ a, b }) => a + b,
    );
    const wf = workflow(
      { name: "zip", inputs: { as: t.list(t.int()), bs: t.list(t.int()) }, output: t.list(t.int()) },
      ({ as, bs }) => mapTask(add)({ a: as, b: bs }),
    );
    expect(await runLocal(wf, { as: [1, 2], bs: [10, 20] })).toEqual([11, 22]);
    const error = await failureOf(runLocal(wf, { as: [1, 2], bs: [10] }));
    expect(error.code).toBe("MAP_INPUTS_INVALID");
    expect(error.text).toMatch(/\(node n0\) cannot run: its lists differ in length: a has 2 and b has 1\.$/);
  });

  it("has one item where all its inputs are bound", async () => {
    const sum = task({ name: "sum", inputs: { all: t.list(t.int()) }, output: t.int() }, ({ all }) =>
      all.reduce((a, b) => a + b, 0),
    );
    const wf = workflow({ name: "one", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(sum, { over: [] })({ all: xs }),
    );
    expect(await runLocal(wf, { xs: [1, 2, 3] })).toEqual([6]);
  });

  it("may have items without an output", async () => {
    const seen: number[] = [];
    const note = task({ name: "note", inputs: { x: t.int() } }, ({ x }) => void seen.push(x));
    const wf = workflow({ name: "notes", ...xs }, ({ xs }) => void mapTask(note)({ x: xs }));
    expect(await runLocal(wf, { xs: [1, 2] })).toBeUndefined();
    expect(seen).toEqual([1, 2]);
  });

  it("runs by itself as a task does, whatever its output is called", async () => {
    expect(await runLocal(mapTask(odd), { x: [1, 3] })).toEqual([10, 30]);
    const named = task({ name: "named", inputs: { x: t.int() }, outputs: { y: t.int() } }, ({ x }) => ({
      y: -x,
    }));
    expect(await runLocal(mapTask(named as never), { x: [1, 2] })).toEqual([-1, -2]);
    expect(await failureOf(runLocal(mapTask(odd), { x: 3 } as never))).toMatchObject({
      code: "RUN_INPUTS_INVALID",
    });
  });

  it("tells which item its events are about, and what it was given", async () => {
    const events = await eventsOf(startLocal(strict, { xs: [1, 3] }));
    const started = events.flatMap((event) => (event.kind === "node-started" ? [event] : []));
    expect(started.map(({ node, item, entity }) => [node, item, entity])).toEqual([
      ["n0", undefined, expect.stringMatching(/^map_odd_.*-arraynode$/)],
      ["n0/n0", 0, "odd"],
      ["n0/n1", 1, "odd"],
    ]);
    expect(started[0]).not.toHaveProperty("item");
    expect(started.map(({ inputs }) => inputs?.get("x")?.value?.$case)).toEqual([
      undefined,
      "scalar",
      "scalar",
    ]);
    const items = events.flatMap((event) => ("node" in event && event.item === 1 ? [event.kind] : []));
    expect(items).toEqual(["node-started", "node-succeeded"]);
  });
});

describe("items of a map that fail", () => {
  it("are listed in the order of the items, and the first to fail is the cause", async () => {
    const failed = [latch(), latch(), latch()];
    const backwards = task({ name: "backwards", inputs: { x: t.int() } }, async ({ x }) => {
      await failed[x + 1]?.opened;
      throw new Error(`no ${x}`);
    });
    const wf = workflow({ name: "wf" }, () => void mapTask(backwards, { minSuccesses: 1 })({ x: [0, 1, 2] }));
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-failed" && event.item !== undefined) failed[event.item]?.open();
    };
    const error = await failureOf(runLocal(wf, {}, { onEvent }));
    expect(error.text).toContain("3 failed:\n  - [0] no 0\n  - [1] no 1\n  - [2] no 2");
    expect(error.cause).toMatchObject({ params: { message: "no 2" } });
  });

  it("fail the map, with what each of them says", async () => {
    const run = startLocal(strict, { xs: [1, 2, 3] }, { concurrency: 1 });
    expect(await nodesOf(run)).toEqual({ n0: "failed", "n0/n0": "succeeded", "n0/n1": "failed" });
    const error = await failureOf(run.result);
    expect(error).toMatchObject({
      code: "MAP_FAILED",
      params: { node: "n0", size: 3, wanted: 3, failures: [{ index: 1, message: "2 is even" }] },
      cause: { code: "TASK_FAILED", params: { task: "odd", node: "n0/n1" } },
    });
    expect(error.text).toMatch(/3 of its 3 items must succeed, but 1 failed:\n {2}- \[1\] 2 is even$/);
  });

  it("leave a none where enough others succeed", async () => {
    expect(await runLocal(half, { xs: [1, 2, 3, 4] })).toEqual([10, undefined, 30, undefined]);
    expect(await runLocal(two, { xs: [1, 2, 3, 4] })).toEqual([10, undefined, 30, undefined]);
    expect(await failureOf(runLocal(half, { xs: [2, 4, 5] }))).toMatchObject({
      params: { size: 3, wanted: 2, failures: [{ index: 0 }, { index: 1 }] },
    });
    expect(await failureOf(runLocal(two, { xs: [1, 2, 4] }))).toMatchObject({ params: { wanted: 2 } });
  });

  it("leave the literal that stands for no value, not one in a union", async () => {
    const literals: unknown[] = [];
    const look = task({ name: "look", inputs: { all: maybe } }, () => {});
    const wf = workflow({ name: "looked", ...xs }, ({ xs }) =>
      look({ all: mapTask(odd, { minSuccessRatio: 0 })({ x: xs }) }),
    );
    const onEvent = (event: {
      kind: string;
      entity?: string;
      inputs?: ReadonlyMap<string, unknown>;
    }): void => {
      if (event.kind === "node-started" && event.entity === "look") literals.push(event.inputs?.get("all"));
    };
    await runLocal(wf, { xs: [2] }, { onEvent });
    expect(literals).toMatchObject([
      { value: { value: { literals: [{ value: { value: { value: { $case: "noneType" } } } }] } } },
    ]);
  });

  // A ratio is a 32-bit float in the message, and the one nearest to 0.1 or 0.8 is above it.
  it.each([
    [0.1, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2], 1],
    [0.8, [1, 1, 1, 2, 2], 4],
  ])("are counted as the engine counts them, and as they are written: %d", async (ratio, items, wanted) => {
    const wf = workflow({ name: "some", ...xs, output: maybe }, ({ xs }) =>
      mapTask(odd, { minSuccessRatio: ratio })({ x: xs }),
    );
    expect(await failureOf(runLocal(wf, { xs: items }))).toMatchObject({ params: { wanted } });
    expect(await runLocal(wf, { xs: [1, ...items.slice(0, -1)] })).toHaveLength(items.length);
  });

  it("fail the map before any runs where there are too few", async () => {
    const run = startLocal(two, { xs: [1] });
    expect(await nodesOf(run)).toEqual({ n0: "failed" });
    const error = await failureOf(run.result);
    expect(error).toMatchObject({ code: "MAP_FAILED", params: { size: 1, wanted: 2, failures: [] } });
    expect(error.text).toMatch(/2 of its 1 items must succeed, but there are not that many\.$/);
  });

  it("are listed up to ten", async () => {
    const wf = workflow({ name: "many", ...xs, output: maybe }, ({ xs }) =>
      mapTask(odd, { minSuccesses: 1 })({ x: xs }),
    );
    const error = await failureOf(runLocal(wf, { xs: Array.from({ length: 12 }, () => 2) }));
    expect(error.text.split("\n").slice(-2)).toEqual(["  - [9] 2 is even", "  - and 2 more"]);
  });

  it("are tried again by themselves, as the call or the task says", async () => {
    const tries = new Map<number, number>();
    const third = task(
      { name: "third", inputs: { x: t.int() }, output: t.int(), retries: 2 },
      ({ x }, { attempt }) => {
        tries.set(x, attempt);
        if (x === 2 && attempt < 2) throw new Error("not yet");
        if (x === 9) throw new NonRecoverableError("never");
        return x;
      },
    );
    const wf = workflow({ name: "retried", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(third)({ x: xs }),
    );
    expect(await runLocal(wf, { xs: [1, 2, 3] })).toEqual([1, 2, 3]);
    expect([...tries]).toEqual([
      [1, 0],
      [2, 2],
      [3, 0],
    ]);
    expect(await failureOf(runLocal(wf, { xs: [9] }))).toMatchObject({ code: "MAP_FAILED" });
    expect(tries.get(9)).toBe(0);
    const once = workflow({ name: "once", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(third)({ x: xs }, { retries: 1 }),
    );
    expect(await failureOf(runLocal(once, { xs: [2] }))).toMatchObject({ code: "MAP_FAILED" });
    // Flyte's engine reads 0 at a call as nothing said, and takes the retries of the task.
    const none = workflow({ name: "none", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(third)({ x: xs }, { retries: 0 }),
    );
    expect(await runLocal(none, { xs: [2] })).toEqual([2]);
  });

  it("may take too long", async () => {
    const clock = virtualClock();
    const slow = task(
      { name: "slow", inputs: { x: t.int() }, output: t.int(), timeout: 20 },
      async ({ x }) => {
        await clock.sleep(x);
        return x;
      },
    );
    const wf = workflow({ name: "timed", ...xs, output: maybe }, ({ xs }) =>
      mapTask(slow, { minSuccesses: 1 })({ x: xs }),
    );
    expect(await runLocal(wf, { xs: [19, 5000] }, { clock })).toEqual([19, undefined]);
  });
});

describe("how many items of a map run at a time", () => {
  function counted() {
    let running = 0;
    let most = 0;
    const slow = task({ name: "slow", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
      running += 1;
      most = Math.max(most, running);
      await wait(3);
      running -= 1;
      return x;
    });
    return { slow, most: () => most };
  }
  const items = { x: Array.from({ length: 12 }, (_, i) => i) };

  it.each([
    [3, 8, 3],
    [8, 3, 3],
    [0, 5, 5],
    [undefined, 5, 5],
  ])("is %s of the map and %s of the run: %s", async (concurrency, slots, wanted) => {
    const { slow, most } = counted();
    expect(await runLocal(mapTask(slow, { concurrency }), items, { concurrency: slots })).toEqual(items.x);
    expect(most()).toBe(wanted);
  });
});

describe("a map that fails", () => {
  it("starts no other item, and tells those that run to stop", async () => {
    const started: number[] = [];
    const stopped: number[] = [];
    const pick = task(
      { name: "pick", inputs: { x: t.int() }, output: t.int() },
      async ({ x }, { signal }) => {
        started.push(x);
        if (x === 1) throw new Error("one");
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        stopped.push(x);
        return x;
      },
    );
    const after = task({ name: "after" }, () => wait(5));
    const wf = workflow({ name: "stops", failurePolicy: LATER }, () => {
      mapTask(pick, { concurrency: 2 })({ x: [0, 1, 2, 3] }, { id: "map" });
      after({}, { id: "after" });
    });
    const run = startLocal(wf);
    expect(await nodesOf(run)).toEqual({
      map: "failed",
      "map/n0": "started",
      "map/n1": "failed",
      after: "succeeded",
    });
    expect([started, stopped]).toEqual([[0, 1], [0]]);
  });

  it("succeeds only when nothing of it runs any more", async () => {
    const { open, opened } = latch();
    const order: string[] = [];
    const some = task({ name: "some", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
      if (x === 1) await opened;
      order.push(`item ${x}`);
      return x;
    });
    const wf = workflow({ name: "all.done", output: maybe }, () =>
      mapTask(some, { minSuccesses: 1 })({ x: [0, 1] }),
    );
    setTimeout(open, 10);
    expect(await runLocal(wf)).toEqual([0, 1]);
    expect(order).toEqual(["item 0", "item 1"]);
  });

  it("ends with the run", async () => {
    const { open, opened } = latch();
    let [started, stopped] = [0, 0];
    const long = task({ name: "long", inputs: { x: t.int() } }, async (_, { signal }) => {
      started += 1;
      if (started === 2) open();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      stopped += 1;
    });
    const run = startLocal(mapTask(long, { concurrency: 2 }), { x: [1, 2, 3] });
    await opened;
    run.cancel();
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    await expect.poll(() => stopped).toBe(2);
  });
});

describe("a map over something else than a task", () => {
  const one = workflow({ name: "one", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
    conditional("c")
      .if(x.gt(0), () => odd({ x }))
      .fail("not positive"),
  );

  it("starts a launch plan for each item", async () => {
    const plan = launchPlan(one);
    const wf = workflow({ name: "plans", ...xs, output: maybe }, ({ xs }) =>
      mapTask(plan, { minSuccesses: 1 })({ x: xs }),
    );
    const run = startLocal(wf, { xs: [1, -1, 2] });
    expect(await run.result).toEqual([10, undefined, undefined]);
    expect(await nodesOf(run)).toEqual({
      n0: "succeeded",
      "n0/n0": "succeeded",
      "n0/n0>n0": "succeeded",
      "n0/n0>n0/n0-n0": "succeeded",
      "n0/n1": "failed",
      "n0/n1>n0": "failed",
      "n0/n2": "failed",
      "n0/n2>n0": "failed",
      "n0/n2>n0/n0-n0": "failed",
    });
    expect(await failureOf(runLocal(wf, { xs: [-1] }))).toMatchObject({
      params: { failures: [{ index: 0, message: "not positive" }] },
    });
  });

  it("goes over a workflow by its default plan, and over a plan with fixed inputs", async () => {
    expect(await runLocal(mapTask(one), { x: [1, 3] })).toEqual([10, 30]);
    const scale = workflow(
      { name: "scale", inputs: { x: t.int(), by: t.int() }, output: t.int() },
      ({ x, by }) => times({ x, by }),
    );
    const times = task(
      { name: "times", inputs: { x: t.int(), by: t.int() }, output: t.int() },
      ({ x, by }) => x * by,
    );
    const fixed = launchPlan(scale, { name: "scale.five", fixedInputs: { by: 5 } });
    expect(await runLocal(mapTask(fixed), { x: [1, 2] })).toEqual([5, 10]);
  });

  it("goes over a reference that is mocked", async () => {
    const remote = referenceTask({
      name: "remote",
      project: "p",
      domain: "d",
      version: "v",
      inputs: { x: t.int() },
      output: t.int(),
    });
    const wf = workflow({ name: "remotes", ...xs, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(remote)({ x: xs }),
    );
    const mocks = [mock(remote, ({ x }) => x + 100)];
    expect(await runLocal(wf, { xs: [1, 2] }, { mocks })).toEqual([101, 102]);
    expect(await failureOf(runLocal(wf, { xs: [1] }))).toMatchObject({ code: "MOCK_MISSING" });
  });
});
