import {
  conditional,
  containerTask,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceLaunchPlan,
  referenceTask,
  referenceWorkflow,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf, nodesOf } from "../../test/support/runs.js";
import { mock, runLocal, startLocal } from "../entries/index.js";

const id = { project: "p", domain: "d", version: "v1" } as const;
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const remoteTask = referenceTask({ ...id, name: "far.task", inputs: { x: t.int() }, output: t.int() });
const remotePlan = referenceLaunchPlan({
  ...id,
  name: "far.plan",
  inputs: { x: t.int() },
  outputs: { a: t.int(), b: t.string() },
});
const area = containerTask({
  name: "area",
  image: "example/area:1",
  command: ["area"],
  inputs: { r: t.float() },
  outputs: { area: t.float() },
});

describe("a mock", () => {
  it("stands in for what only a cluster has", async () => {
    const wf = workflow(
      { name: "far", inputs: { x: t.int() }, outputs: { b: t.string(), c: t.float() } },
      ({ x }) => {
        const { b } = remotePlan({ x: remoteTask({ x }) });
        return { b, c: area({ r: 2 }).area };
      },
    );
    const mocks = [
      mock(remoteTask, ({ x }) => x * 2),
      mock(remotePlan, async ({ x }) => ({ a: x, b: `b${x}` })),
      mock(area, ({ r }) => ({ area: r * r * 3 })),
    ];
    const run = startLocal(wf, { x: 4 }, { mocks });
    expect(await run.result).toEqual({ b: "b8", c: 12 });
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "succeeded", n2: "succeeded" });
  });

  it("stands in for tasks, workflows and launch plans, at any depth", async () => {
    const inner = workflow({ name: "inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x }));
    const plan = launchPlan(inner, { name: "inner.plan", fixedInputs: { x: 5 } });
    const outer = workflow({ name: "outer", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) => [
      inc({ x }),
      inner({ x }),
      plan(),
      mapTask(inc)({ x: [7] }).at(0),
    ]);
    expect(await runLocal(outer, { x: 1 })).toEqual([2, 2, 6, 8]);
    const hundred = mock(inc, ({ x }) => x + 100);
    expect(await runLocal(outer, { x: 1 }, { mocks: [hundred] })).toEqual([101, 101, 105, 107]);
    const mocked = mock(inner, ({ x }) => -x);
    const run = startLocal(outer, { x: 1 }, { mocks: [mocked] });
    // The plan starts an execution of the mock, with its fixed input.
    expect(await run.result).toEqual([2, -1, -5, 8]);
    expect(Object.keys(await nodesOf(run)).toSorted()).toEqual(["n0", "n1", "n2", "n2>n0", "n3", "n3/n0"]);
    expect(await runLocal(outer, { x: 1 }, { mocks: [mock(plan, () => 0)] })).toEqual([2, 2, 0, 8]);
    // No run leaves anything behind for the next.
    expect(await runLocal(outer, { x: 1 })).toEqual([2, 2, 6, 8]);
  });

  it("is held to the types of what it stands in for", async () => {
    const wf = workflow({ name: "typed", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      remoteTask({ x }),
    );
    const wrong = mock(remoteTask, () => "three" as never);
    expect(await failureOf(runLocal(wf, { x: 1 }, { mocks: [wrong] }))).toMatchObject({
      code: "TASK_OUTPUT_INVALID",
      params: { task: "far.task" },
    });
  });

  it("fails as a task does, with the retries of the call and a context", async () => {
    const wf = workflow({ name: "flaky", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      remoteTask({ x }, { retries: 2 }),
    );
    const flaky = mock(remoteTask, ({ x }, { attempt }) => {
      if (attempt < 2) throw new Error("not yet");
      return x + attempt;
    });
    expect(await runLocal(wf, { x: 1 }, { mocks: [flaky] })).toBe(3);
    const never = mock(remoteTask, (): number => {
      throw new NonRecoverableError("never");
    });
    expect(await failureOf(runLocal(wf, { x: 1 }, { mocks: [never] }))).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "far.task", node: "n0", message: "never" },
    });
  });

  it("stands for a reference to a task or a plan that a map goes over", async () => {
    const plan = referenceLaunchPlan({ ...id, name: "far.plan", inputs: { x: t.int() }, output: t.int() });
    const wf = workflow(
      { name: "both", inputs: { xs: t.list(t.int()) }, outputs: { a: t.list(t.int()), b: t.list(t.int()) } },
      ({ xs }) => ({ a: mapTask(plan)({ x: xs }), b: mapTask(remoteTask)({ x: xs }) }),
    );
    const mocks = [mock(plan, ({ x }) => x + 1), mock(remoteTask, ({ x }) => x * 2)];
    expect(await runLocal(wf, { xs: [1, 2] }, { mocks })).toEqual({ a: [2, 3], b: [2, 4] });
  });

  it("lets a reference run by itself, and a plan of a referenced workflow", async () => {
    expect(await runLocal(remoteTask, { x: 1 }, { mocks: [mock(remoteTask, ({ x }) => x)] })).toBe(1);
    const remote = referenceWorkflow({
      ...id,
      name: "far.workflow",
      inputs: { x: t.int(), by: t.int() },
      output: t.int(),
    });
    const product = mock(remote, ({ x, by }) => x * by);
    expect(await runLocal(remote, { x: 2, by: 3 }, { mocks: [product] })).toBe(6);
    const plan = launchPlan(remote, { name: "far.by.ten", fixedInputs: { by: 10 } });
    expect(await runLocal(plan, { x: 2 }, { mocks: [product] })).toBe(20);
    const wf = workflow({ name: "calls.plan", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      plan({ x }),
    );
    expect(await runLocal(wf, { x: 3 }, { mocks: [product] })).toBe(30);
    expect(await runLocal(plan, { x: 2 }, { mocks: [mock(plan, ({ x }) => x)] })).toBe(2);
    expect(await failureOf(runLocal(plan, { x: 2 }))).toMatchObject({
      params: { missing: ["far.workflow, a workflow of p/d in version v1"] },
    });
  });

  it("of one reference is not that of another with its name", async () => {
    const newer = referenceTask({
      ...id,
      version: "v2",
      name: "far.task",
      inputs: { x: t.int() },
      output: t.int(),
    });
    const wf = workflow({ name: "versions", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) => [
      remoteTask({ x }),
      newer({ x }),
    ]);
    const mocks = [mock(remoteTask, () => 1), mock(newer, () => 2)];
    expect(await runLocal(wf, { x: 0 }, { mocks })).toEqual([1, 2]);
  });
});

describe("what cannot run without a mock", () => {
  it("is refused before anything runs, all of it, with the place of the first", async () => {
    let ran = false;
    const note = task({ name: "note", output: t.int() }, () => Number((ran = true)));
    const arm = workflow(
      { name: "arm", inputs: { x: t.int() }, output: t.int() },
      ({ x }) => remotePlan({ x }).a,
    );
    const plan = launchPlan(arm);
    const wf = workflow({ name: "needy", output: t.int() }, () => {
      area({ r: 1 });
      return conditional("c")
        .if(note().gt(100), () => remoteTask({ x: 1 }))
        .else(() => plan({ x: 1 }));
    });
    expect(() => startLocal(wf)).toThrow("MOCK_MISSING");
    const error = await failureOf(runLocal(wf, {}, { mocks: [mock(note, () => 1)] }));
    expect(error.params).toEqual({
      runs: "needy",
      missing: [
        "area, a task without a function",
        "far.task, a task of p/d in version v1",
        "far.plan, a launch plan of p/d in version v1",
      ],
    });
    expect(error.location?.file).toMatch(/mock\.test\.ts$/);
    expect(ran).toBe(false);
    const two = [mock(area, () => ({ area: 1 })), mock(remoteTask, () => 1)];
    expect(await failureOf(runLocal(wf, {}, { mocks: two }))).toMatchObject({
      params: { missing: ["far.plan, a launch plan of p/d in version v1"] },
    });
  });

  it("may be the run's own entity, or a failure handler", async () => {
    expect(await failureOf(runLocal(area, { r: 1 }))).toMatchObject({ code: "MOCK_MISSING" });
    expect(await failureOf(runLocal(remotePlan, { x: 1 }))).toMatchObject({ code: "MOCK_MISSING" });
    const wf = workflow({ name: "guarded", inputs: { r: t.float() }, output: t.int(), onFailure: area }, () =>
      inc({ x: 1 }),
    );
    expect(await failureOf(runLocal(wf, { r: 1 }))).toMatchObject({
      params: { missing: ["area, a task without a function"] },
    });
  });
});

describe("mocks that cannot be used", () => {
  it.each([
    [() => mock({} as never, () => 1), "an object is not a task, workflow, launch plan or reference"],
    [() => mock(inc, 3 as never), "the mock of inc is the number 3, not a function"],
    [
      () => mock(mapTask(inc) as never, () => []),
      /^map_inc_\S+ is a map, so mock the target that it runs for each item$/,
    ],
  ])("are refused where they are made: %#", async (make, problem) => {
    const error = await failureOf(Promise.resolve().then(make));
    expect(error).toMatchObject({ code: "MOCK_INVALID" });
    expect((error.params as { readonly problem: string }).problem).toMatch(problem);
    expect(error.location?.file).toMatch(/mock\.test\.ts$/);
  });

  it.each([
    [{ mocks: 3 as never }, "`mocks` must be a list of the results of `mock(...)`"],
    [{ mocks: [() => 1] as never }, "`mocks` has an element that `mock(...)` did not return"],
    [{ mocks: [mock(inc, () => 1), mock(inc, () => 2)] }, "inc is mocked twice"],
  ])("are refused by the run: %#", async (options, problem) => {
    expect(await failureOf(runLocal(inc, { x: 1 }, options))).toMatchObject({
      code: "MOCK_INVALID",
      params: { problem },
    });
  });
});
