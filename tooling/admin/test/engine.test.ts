import { NodeExecution_Phase as NodePhase, TaskExecution_Phase as TaskPhase } from "@flytekit-ts/models/core";
import { NodeFailure } from "@flytekit-ts/propeller";
import { approve, conditional, launchPlan, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Script } from "../src/engine/functions/scripted.js";
import { int, startCluster } from "./support/cluster.js";
import { scripted } from "../src/engine/functions/scripted.js";

const x = { x: t.int() };
const square = task({ name: "square", inputs: x, outputs: { y: t.int() } }, ({ x: n }) => ({ y: n * n }));
const fragile = task({ name: "fragile", inputs: x, outputs: { y: t.int() }, retries: 2 }, ({ x: n }) => ({
  y: n,
}));
const kept = task(
  { name: "kept", inputs: x, outputs: { y: t.int() }, cache: { version: "1" } },
  ({ x: n }) => ({ y: n }),
);

const chain = workflow({ name: "chain", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: square({ x: square(given).y }).y,
}));
const inner = workflow({ name: "inner", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: square(given).y,
}));
const outer = workflow({ name: "outer", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: inner(given).y,
}));
const broken = workflow({ name: "broken", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: fragile({ x: square(given).y }).y,
}));
const innerPlan = launchPlan(inner, { name: "inner-plan" });
const parent = workflow({ name: "parent", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: innerPlan(given).y,
}));
const choice = workflow({ name: "choice", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: conditional("big")
    .if(given.x.gt(10), () => square(given).y)
    .else(() => fragile(given).y),
}));
const gate = workflow({ name: "gate", outputs: { y: t.int() } }, () => {
  const wanted = waitForInput("wanted", t.int());
  return { y: square({ x: approve(wanted, "fine") }).y };
});
const cached = workflow({ name: "cached", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: kept(given).y,
}));

let failures = 0;
const scripts: Readonly<Record<string, Script>> = {
  square: ({ x: n }) => ({ y: Number(n) ** 2 }),
  kept: ({ x: n }) => ({ y: Number(n) }),
  fragile: ({ x: n }) => {
    if (failures === 0) return { y: Number(n) };
    failures -= 1;
    throw new NodeFailure({ code: "USER:Recoverable", message: "once more", kind: "USER" }, true);
  },
};

let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster({ engine: { pods: scripted(scripts) } });
  await cluster.register([chain, outer, broken, parent, choice, gate, cached]);
});
afterAll(() => cluster.close());

/** The phases of nodes by their ids. */
async function phasesOf(name: string, uniqueParentId = ""): Promise<Readonly<Record<string, string>>> {
  const request = { workflowExecutionId: cluster.idOf(name), limit: 100, uniqueParentId };
  const { nodeExecutions } = await cluster.admin.listNodeExecutions(request);
  const named = nodeExecutions.map(({ id, closure }) => [
    id?.nodeId,
    Object.entries(NodePhase).find(([, phase]) => phase === closure?.phase)?.[0],
  ]);
  return Object.fromEntries(named) as Readonly<Record<string, string>>;
}

async function outputsOf(name: string): Promise<unknown> {
  const { fullOutputs } = await cluster.admin.getExecutionData({ id: cluster.idOf(name) });
  return fullOutputs?.literals.get("y");
}

describe("an execution on the engine", () => {
  it("runs to its outputs, and tells of each node and task", async () => {
    await cluster.start("one", "chain", new Map([["x", int(3)]]));
    expect(await cluster.ended("one")).toBe("SUCCEEDED");
    expect(await outputsOf("one")).toEqual(int(81));
    const ends = { "start-node": "SUCCEEDED", "end-node": "SUCCEEDED" };
    expect(await phasesOf("one")).toEqual({ ...ends, n0: "SUCCEEDED", n1: "SUCCEEDED" });
    const nodeExecutionId = { nodeId: "n1", executionId: cluster.idOf("one") };
    const data = await cluster.admin.getNodeExecutionData({ id: nodeExecutionId });
    expect([data.fullInputs?.literals.get("x"), data.fullOutputs?.literals.get("y")]).toEqual([
      int(9),
      int(81),
    ]);
    const { taskExecutions } = await cluster.admin.listTaskExecutions({ nodeExecutionId, limit: 5 });
    expect(taskExecutions).toMatchObject([
      { closure: { phase: TaskPhase.SUCCEEDED, logs: [{ name: "Kubernetes Logs" }] } },
    ]);
  });

  it("tries tasks again, and fails with the last error", async () => {
    failures = 9;
    await cluster.start("two", "broken", new Map([["x", int(3)]]));
    expect(await cluster.ended("two")).toBe("FAILED");
    failures = 0;
    const { closure } = await cluster.admin.getExecution({ id: cluster.idOf("two") });
    expect(closure?.outputResult).toMatchObject({
      $case: "error",
      value: { code: "RetriesExhausted|USER:Recoverable", message: expect.stringContaining("once more") },
    });
    const nodeExecutionId = { nodeId: "n1", executionId: cluster.idOf("two") };
    const sortBy = { key: "retry_attempt", direction: 1 } as const;
    const { taskExecutions } = await cluster.admin.listTaskExecutions({ nodeExecutionId, limit: 5, sortBy });
    expect(taskExecutions.map((each) => [each.id?.retryAttempt, each.closure?.phase])).toEqual([
      [0, TaskPhase.FAILED],
      [1, TaskPhase.FAILED],
      [2, TaskPhase.FAILED],
    ]);
  });

  it("is recovered with what had succeeded", async () => {
    await cluster.admin.recoverExecution({ id: cluster.idOf("two"), name: "two-b", metadata: undefined });
    expect(await cluster.ended("two-b")).toBe("SUCCEEDED");
    expect(await outputsOf("two-b")).toEqual(int(9));
    expect(await phasesOf("two-b")).toMatchObject({ n0: "RECOVERED", n1: "SUCCEEDED" });
  });

  it("has the nodes of a sub-workflow inside of its node", async () => {
    await cluster.start("three", "outer", new Map([["x", int(4)]]));
    expect(await cluster.ended("three")).toBe("SUCCEEDED");
    expect(await phasesOf("three", "n0")).toEqual({
      "n0-0-start-node": "SUCCEEDED",
      "n0-0-n0": "SUCCEEDED",
      "n0-0-end-node": "SUCCEEDED",
    });
    const { metadata } = await cluster.admin.getNodeExecution({
      id: { nodeId: "n0", executionId: cluster.idOf("three") },
    });
    expect(metadata).toMatchObject({ isParentNode: true, specNodeId: "n0" });
  });

  it("starts a plan's node as an execution of its own", async () => {
    await cluster.start("four", "parent", new Map([["x", int(5)]]));
    expect(await cluster.ended("four")).toBe("SUCCEEDED");
    expect(await outputsOf("four")).toEqual(int(25));
    const { closure } = await cluster.admin.getNodeExecution({
      id: { nodeId: "n0", executionId: cluster.idOf("four") },
    });
    const target = closure?.targetMetadata;
    const child = target?.$case === "workflowNodeMetadata" ? target.value.executionId : undefined;
    expect((await cluster.admin.getExecution({ id: child })).spec?.metadata).toMatchObject({
      mode: 4,
      nesting: 1,
      parentNodeExecution: { nodeId: "n0" },
    });
  });

  it("runs one arm of a branch", async () => {
    await cluster.start("five", "choice", new Map([["x", int(11)]]));
    expect(await cluster.ended("five")).toBe("SUCCEEDED");
    expect(Object.values(await phasesOf("five", "n0"))).toEqual(["SUCCEEDED"]);
  });

  it("waits at gates for signals", async () => {
    await cluster.start("six", "gate");
    const id = (signalId: string) => ({ signalId, executionId: cluster.idOf("six") });
    await expect.poll(() => cluster.signals.setSignal({ id: id("wanted"), value: int(6) })).toEqual({});
    const yes = { value: { $case: "boolean", value: true } } as const;
    const value = {
      value: { $case: "scalar", value: { value: { $case: "primitive", value: yes } } },
      hash: "",
      metadata: new Map(),
    } as const;
    await expect.poll(() => cluster.signals.setSignal({ id: id("fine"), value })).toEqual({});
    expect(await cluster.ended("six")).toBe("SUCCEEDED");
    expect(await outputsOf("six")).toEqual(int(36));
  });

  it("finds in the cache what was made before", async () => {
    await cluster.start("seven", "cached", new Map([["x", int(7)]]));
    await cluster.ended("seven");
    await cluster.start("seven-b", "cached", new Map([["x", int(7)]]));
    await cluster.ended("seven-b");
    const { closure } = await cluster.admin.getNodeExecution({
      id: { nodeId: "n0", executionId: cluster.idOf("seven-b") },
    });
    expect(closure?.targetMetadata).toMatchObject({
      $case: "taskNodeMetadata",
      value: {
        cacheStatus: 2,
        catalogKey: { sourceExecution: { value: { nodeExecutionId: { executionId: { name: "seven" } } } } },
      },
    });
    await cluster.start("seven-c", "cached", new Map([["x", int(7)]]), { overwriteCache: true });
    await cluster.ended("seven-c");
    const anew = await cluster.admin.getNodeExecution({
      id: { nodeId: "n0", executionId: cluster.idOf("seven-c") },
    });
    expect(anew.closure?.targetMetadata).toMatchObject({ value: { cacheStatus: 3 } });
  });

  it("of a single task needs no plan", async () => {
    await cluster.start("eight", "square", new Map([["x", int(8)]]), { isTask: true });
    expect(await cluster.ended("eight")).toBe("SUCCEEDED");
    expect(await outputsOf("eight")).toEqual(int(64));
  });
});
