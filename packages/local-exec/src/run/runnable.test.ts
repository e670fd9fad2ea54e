import { dynamic, imperativeWorkflow, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf, nodesOf } from "../../test/support/runs.js";
import { NO_MOCKS } from "../mocks/mocks.js";
import { runLocal, startLocal } from "../entries/index.js";
import { runnableOf } from "./runnable.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

function growing() {
  const wf = imperativeWorkflow({ name: "growing" });
  const x = wf.addWorkflowInput("x", t.int());
  const first = wf.addEntity(inc, { x });
  wf.addWorkflowOutput("first", first.outputs.o0);
  return { wf, first };
}

describe("what runs for an entity", () => {
  it("is found once, while nothing in it changes", () => {
    const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x }));
    const wf = workflow({ name: "wf", inputs: { x: t.int() }, output: t.int() }, ({ x }) => sub({ x }));
    for (const entity of [wf, inc, mapTask(inc), launchPlan(wf)]) {
      expect(runnableOf(entity, NO_MOCKS).plan).toBe(runnableOf(entity, NO_MOCKS).plan);
    }
    expect(runnableOf(launchPlan(wf), NO_MOCKS).plan).toBe(runnableOf(wf, NO_MOCKS).plan);
    expect(runnableOf(wf, new Map()).plan).not.toBe(runnableOf(wf, NO_MOCKS).plan);
  });

  it("is what an imperative workflow has grown to", async () => {
    const { wf, first } = growing();
    expect(await runLocal(wf as never, { x: 1 })).toEqual({ first: 2 });
    const before = runnableOf(wf, NO_MOCKS).plan;
    expect(runnableOf(wf, NO_MOCKS).plan).toBe(before);
    const second = wf.addEntity(inc, { x: first.outputs.o0 });
    wf.addWorkflowOutput("second", second.outputs.o0);
    expect(await runLocal(wf as never, { x: 1 })).toEqual({ first: 2, second: 3 });
  });

  it("changes with an imperative workflow inside it", async () => {
    const inner = imperativeWorkflow({ name: "inner", inputs: { x: t.int() }, outputs: { y: t.int() } });
    const node = inner.addEntity(inc, { x: inner.inputs.x });
    inner.addWorkflowOutput("y", node.outputs.o0);
    const outer = workflow(
      { name: "outer", inputs: { x: t.int() }, output: t.int() },
      ({ x }) => inner({ x }).y,
    );
    const plan = launchPlan(outer);
    expect(Object.keys(await nodesOf(startLocal(outer, { x: 1 })))).toEqual(["n0", "n0/n0"]);
    inner.addEntity(inc, { x: node.outputs.o0 });
    expect(Object.keys(await nodesOf(startLocal(outer, { x: 1 })))).toEqual(["n0", "n0/n0", "n0/n1"]);
    expect(Object.keys(await nodesOf(startLocal(plan, { x: 1 })))).toEqual(["n0", "n0/n0", "n0/n1"]);
  });
});

describe("an imperative workflow that is not ready", () => {
  it("does not run, with the place where it was declared", async () => {
    const empty = imperativeWorkflow({ name: "empty" });
    const error = await failureOf(runLocal(empty));
    expect(error).toMatchObject({
      code: "WORKFLOW_NOT_READY",
      params: { workflow: "empty", missing: ["it has no node"] },
    });
    expect(error.location?.file).toMatch(/runnable\.test\.ts$/);

    const unused = imperativeWorkflow({ name: "unused", inputs: { x: t.int() } });
    unused.addEntity(inc, { x: 1 });
    expect(await failureOf(runLocal(unused, { x: 1 }))).toMatchObject({
      code: "WORKFLOW_NOT_READY",
      params: { missing: ["nothing uses its input x"] },
    });

    const missing = imperativeWorkflow({ name: "missing", outputs: { y: t.int() } });
    missing.addEntity(inc, { x: 1 });
    expect(await failureOf(runLocal(missing))).toMatchObject({
      code: "WORKFLOW_NOT_READY",
      params: { missing: ["its output y has no value"] },
    });
  });

  it("does not run inside another, nor as a plan", async () => {
    const unused = imperativeWorkflow({ name: "unused.inside", inputs: { x: t.int() } });
    unused.addEntity(inc, { x: 1 });
    const outer = workflow({ name: "around.unused" }, () => void unused({ x: 1 }));
    expect(await failureOf(runLocal(outer))).toMatchObject({ params: { workflow: "unused.inside" } });
    expect(await failureOf(runLocal(launchPlan(unused), { x: 1 }))).toMatchObject({
      code: "WORKFLOW_NOT_READY",
    });
  });

  it("runs once it is", async () => {
    const { wf } = growing();
    const y = wf.addWorkflowInput("y", t.int());
    expect(await failureOf(runLocal(wf as never, { x: 1, y: 1 }))).toMatchObject({
      code: "WORKFLOW_NOT_READY",
    });
    wf.addEntity(inc, { x: y });
    expect(await runLocal(wf as never, { x: 1, y: 5 })).toEqual({ first: 2 });
  });
});

describe("an imperative workflow", () => {
  it("runs conditionals, maps and order between its nodes", async () => {
    const order: number[] = [];
    const note = task({ name: "note", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      order.push(x);
      return x;
    });
    const wf = imperativeWorkflow({
      name: "rich",
      inputs: { x: t.int() },
      outputs: { y: t.int(), all: t.list(t.int()) },
    });
    const chosen = wf
      .createConditional("c")
      .if(wf.inputs.x.gt(0), () => inc({ x: wf.inputs.x }))
      .else(() => note({ x: 0 }));
    const last = wf.addEntity(note, { x: chosen });
    wf.addEntity(note, { x: 99 }, { after: [last] });
    const map = wf.addEntity(mapTask(inc), { x: [wf.inputs.x, 10] });
    wf.addWorkflowOutput("y", last.outputs.o0);
    wf.addWorkflowOutput("all", map.outputs.o0);
    expect(await runLocal(wf, { x: 5 })).toEqual({ y: 6, all: [6, 11] });
    expect(order).toEqual([6, 99]);
    order.length = 0;
    expect(await runLocal(wf, { x: -1 })).toEqual({ y: 0, all: [0, 11] });
    expect(order).toEqual([0, 0, 99]);
  });
});

describe("a name that several entities share", () => {
  it("stands for the right one: a workflow and its default plan, a task and a dynamic's graph", async () => {
    const wf = workflow({ name: "shared", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x }));
    const grow = dynamic({ name: "grow", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      launchPlan(wf)({ x: wf({ x }) }),
    );
    expect(await runLocal(grow, { x: 1 })).toBe(3);
  });
});
