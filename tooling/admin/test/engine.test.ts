import { NodeExecution_Phase as Phase } from "@flytekit-ts/models/core";
import { conditional, sleep, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scripted } from "../src/engine/scripted.js";
import { int, startCluster } from "./support/cluster.js";

const square = task({ name: "square", inputs: { x: t.int() }, outputs: { y: t.int() } }, ({ x }) => ({ y: x * x }));
const wf = workflow({ name: "wf", inputs: { x: t.int() }, outputs: { y: t.int() } }, ({ x }) => {
  const one = square({ x });
  return { y: square({ x: one.y }).y };
});

let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster({
    engine: {
      pods: scripted({
        square: ({ x }) => ({ y: Number(x) ** 2 }),
      }),
    },
  });
});
afterAll(() => cluster.close());

describe("an execution on the engine", () => {
  it("runs to its outputs, and tells of each node and task", async () => {
    await cluster.register(wf);
    await cluster.start("one", "wf", new Map([["x", int(3)]]));
    const phase = await cluster.ended("one");
    const execution = await cluster.admin.getExecution({ id: cluster.idOf("one") });
    console.log(phase, JSON.stringify(execution.closure, (_, v) => typeof v === "bigint" ? String(v) : v));
    const nodes = await cluster.admin.listNodeExecutions({ workflowExecutionId: cluster.idOf("one"), limit: 50 });
    for (const n of nodes.nodeExecutions) {
      console.log(n.id?.nodeId, n.closure?.phase, n.inputUri, JSON.stringify(n.closure?.outputResult));
      const tasks = await cluster.admin.listTaskExecutions({ nodeExecutionId: n.id, limit: 10 });
      for (const each of tasks.taskExecutions) console.log("   ", each.id?.taskId?.name, each.closure?.phase, each.closure?.logs, each.closure?.metadata);
      const data = await cluster.admin.getNodeExecutionData({ id: n.id });
      console.log("   ", data.fullInputs?.literals.size, data.fullOutputs?.literals.size);
    }
    expect(phase).toBe("SUCCEEDED");
  });
});
void [Phase, conditional, sleep, waitForInput];
