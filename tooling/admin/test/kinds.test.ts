import { NodeExecution_Phase as NodePhase, TaskExecution_Phase as TaskPhase } from "@flytekit-ts/models/core";
import { dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "../src/engine/functions/in-process.js";
import { int, list, SETTINGS, startCluster } from "./support/cluster.js";

const x = { x: t.int() };
const stuck: { release?: (() => void) | undefined } = {};
const inc = task({ name: "inc", inputs: x, outputs: { y: t.int() } }, ({ x: n }) => ({ y: n + 1 }));
const one = task({ name: "one", inputs: x, output: t.int() }, ({ x: n }) => n + 1);
const picky = task({ name: "picky", inputs: x, output: t.int() }, ({ x: n }) => {
  if (n % 2 === 1) throw new Error(`${n} is odd`);
  return n;
});
const slow = task({ name: "slow", inputs: x, outputs: { y: t.int() } }, async ({ x: n }) => {
  await new Promise<void>((resolve) => (stuck.release = resolve));
  return { y: n };
});
const grow = dynamic({ name: "grow", inputs: x, outputs: { y: t.int() }, uses: [inc] }, ({ x: n }) => {
  let last = inc({ x: n });
  for (let more = 1; more < n; more += 1) last = inc({ x: last.y });
  return { y: last.y };
});
const grown = workflow({ name: "grown", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: grow(given).y,
}));
const mapped = workflow(
  { name: "mapped", inputs: { xs: t.list(t.int()) }, outputs: { ys: t.list(t.int()) } },
  ({ xs }) => ({
    ys: mapTask(one)({ x: xs }),
  }),
);
const pickyMap = workflow({ name: "pickyMap", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
  mapTask(picky, { minSuccesses: 2 })({ x: xs });
});
const waiting = workflow({ name: "waiting", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: slow(given).y,
}));
const waitingPlan = launchPlan(waiting, { name: "waiting-plan" });
const above = workflow({ name: "above", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: waitingPlan(given).y,
}));
const entities = [grown, mapped, pickyMap, waiting, above];

let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster({ engine: { pods: inProcess(entities, SETTINGS) } });
  await cluster.register(entities);
});
afterAll(() => cluster.close());

const node = (execution: string, nodeId: string) => ({ nodeId, executionId: cluster.idOf(execution) });

describe("a dynamic task", () => {
  it("has the graph that it made, and its nodes inside of its node", async () => {
    await cluster.start("dyn", "grown", new Map([["x", int(3)]]));
    expect(await cluster.ended("dyn")).toBe("SUCCEEDED");
    const { fullOutputs } = await cluster.admin.getExecutionData({ id: cluster.idOf("dyn") });
    expect(fullOutputs?.literals.get("y")).toEqual(int(6));
    const { compiledWorkflow } = await cluster.admin.getDynamicNodeWorkflow({ id: node("dyn", "n0") });
    const ids = compiledWorkflow?.primary?.template?.nodes.map(({ id }) => id);
    expect(ids).toEqual(["start-node", "end-node", "dn0", "dn1", "dn2"]);
    const request = { workflowExecutionId: cluster.idOf("dyn"), limit: 9, uniqueParentId: "n0" };
    const { nodeExecutions } = await cluster.admin.listNodeExecutions(request);
    expect(nodeExecutions.map(({ metadata }) => metadata?.specNodeId)).toEqual([
      ...["start-node", "dn0", "dn1", "dn2", "end-node"],
    ]);
    const parent = await cluster.admin.getNodeExecution({ id: node("dyn", "n0") });
    expect(parent.metadata).toMatchObject({ isParentNode: true, isDynamic: true });
    const data = await cluster.admin.getNodeExecutionData({ id: node("dyn", "n0") });
    expect(data.fullOutputs?.literals.get("y")).toEqual(int(6));
    expect(data.dynamicWorkflow?.dynamicJobSpecUri).toMatch(/n0\/data\/0\/futures\.pb$/);
    const { span } = await cluster.admin.getExecutionMetrics({ id: cluster.idOf("dyn"), depth: 9 });
    expect(span?.spans.map(({ id }) => id?.value)).toEqual([
      "WORKFLOW_SETUP",
      expect.objectContaining({ nodeId: "n0" }),
      "WORKFLOW_TEARDOWN",
    ]);
  });
});

describe("a map", () => {
  it("has one task execution, whose resources are its items", async () => {
    await cluster.start("map", "mapped", new Map([["xs", list([1, 2, 3])]]));
    expect(await cluster.ended("map")).toBe("SUCCEEDED");
    const { fullOutputs } = await cluster.admin.getExecutionData({ id: cluster.idOf("map") });
    expect(fullOutputs?.literals.get("ys")).toEqual(list([2, 3, 4]));
    const request = { nodeExecutionId: node("map", "n0"), limit: 9 };
    const { taskExecutions } = await cluster.admin.listTaskExecutions(request);
    expect(taskExecutions).toHaveLength(1);
    const [run] = taskExecutions;
    expect(run?.closure?.phase).toBe(TaskPhase.SUCCEEDED);
    expect(run?.closure?.metadata?.externalResources.map(({ index, phase }) => [index, phase])).toEqual([
      [0, TaskPhase.SUCCEEDED],
      [1, TaskPhase.SUCCEEDED],
      [2, TaskPhase.SUCCEEDED],
    ]);
    const { metadata } = await cluster.admin.getNodeExecution({ id: node("map", "n0") });
    expect(metadata).toMatchObject({ isArray: true, isParentNode: false });
  });

  it("says which of its items failed", async () => {
    await cluster.start("picky", "pickyMap", new Map([["xs", list([1, 3, 4])]]));
    expect(await cluster.ended("picky")).toBe("FAILED");
    const { closure } = await cluster.admin.getNodeExecution({ id: node("picky", "n0") });
    expect(closure?.phase).toBe(NodePhase.FAILED);
    expect(closure?.outputResult).toMatchObject({ value: { message: expect.stringContaining("1 is odd") } });
  });

  it("of thousands of items takes seconds", async () => {
    const xs = Array.from({ length: 1000 }, (_, index) => index);
    await cluster.start("many", "mapped", new Map([["xs", list(xs)]]));
    expect(await cluster.ended("many")).toBe("SUCCEEDED");
  });
});

function release(): void {
  stuck.release?.();
}

describe("an execution that is terminated", () => {
  it("aborts what runs, and says who ended it", async () => {
    stuck.release = undefined;
    await cluster.start("stop", "waiting", new Map([["x", int(1)]]));
    await expect.poll(() => stuck.release).toBeDefined();
    await cluster.admin.terminateExecution({ id: cluster.idOf("stop"), cause: "enough" });
    release();
    expect(await cluster.ended("stop")).toBe("ABORTED");
    const { closure } = await cluster.admin.getExecution({ id: cluster.idOf("stop") });
    expect(closure?.outputResult).toEqual({
      $case: "abortMetadata",
      value: { cause: "enough", principal: "" },
    });
    expect((await cluster.admin.getNodeExecution({ id: node("stop", "n0") })).closure?.phase).toBe(
      NodePhase.ABORTED,
    );
  });

  it("ends the executions of its plans, too", async () => {
    stuck.release = undefined;
    await cluster.start("stop-all", "above", new Map([["x", int(1)]]));
    await expect.poll(() => stuck.release).toBeDefined();
    await cluster.admin.terminateExecution({ id: cluster.idOf("stop-all"), cause: "enough" });
    release();
    expect(await cluster.ended("stop-all")).toBe("ABORTED");
    const { closure } = await cluster.admin.getNodeExecution({ id: node("stop-all", "n0") });
    const child =
      closure?.targetMetadata?.$case === "workflowNodeMetadata"
        ? closure.targetMetadata.value.executionId
        : undefined;
    expect(await cluster.ended(child?.name ?? "")).toBe("ABORTED");
  });
});
