import { NodeExecution_Phase as NodePhase, TaskExecution_Phase as TaskPhase } from "@flytekit-ts/models/core";
import { conditional, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scripted } from "../src/engine/functions/scripted.js";
import { int, startCluster } from "./support/cluster.js";

const x = { x: t.int() };
const step = task({ name: "step", inputs: x, outputs: { y: t.int() } }, ({ x: n }) => ({ y: n }));
const inner = workflow({ name: "inner", inputs: x, outputs: { y: t.int() } }, (given) => ({
  y: step({ x: step(given).y }).y,
}));
const plan = launchPlan(inner, { name: "plan" });
const whole = workflow({ name: "whole", inputs: x, outputs: { y: t.int() } }, (given) => {
  const child = plan({ x: inner(given).y }).y;
  const chosen = conditional("big")
    .if(given.x.gt(3), () => step({ x: child }).y)
    .else(() => step({ x: child }).y);
  return { y: step({ x: chosen }).y };
});
const STEPS = 6;

let cluster: Awaited<ReturnType<typeof startCluster>>;
let atStep: (count: number) => Promise<void>;
let steps = 0;
beforeAll(async () => {
  const pods = scripted({
    step: async ({ x: n }) => {
      steps += 1;
      await atStep(steps);
      return { y: Number(n) };
    },
  });
  cluster = await startCluster({ engine: { pods } });
  await cluster.register([whole, plan]);
});
afterAll(() => cluster.close());

/** The phases of all nodes and task executions that are there, of all executions. */
async function phases(): Promise<ReadonlySet<string | undefined>> {
  const { executions } = await cluster.admin.listExecutions({ id: cluster.idOf(""), limit: 100 });
  const found = new Set<string | undefined>();
  const nameOf = (kind: object, phase: number | undefined) =>
    Object.entries(kind).find(([, value]) => value === phase)?.[0];
  const visit = async (request: Parameters<typeof cluster.admin.listNodeExecutions>[0]): Promise<void> => {
    const { nodeExecutions } = await cluster.admin.listNodeExecutions({ ...request, limit: 100 });
    for (const { id, closure, metadata } of nodeExecutions) {
      found.add(nameOf(NodePhase, closure?.phase));
      const tasks = await cluster.admin.listTaskExecutions({ nodeExecutionId: id, limit: 100 });
      for (const each of tasks.taskExecutions) found.add(nameOf(TaskPhase, each.closure?.phase));
      if (metadata?.isParentNode === true) await visit({ ...request, uniqueParentId: id?.nodeId ?? "" });
    }
  };
  for (const { id } of executions) await visit({ workflowExecutionId: id });
  return found;
}

it.each(Array.from({ length: STEPS }, (_, index) => index + 1))(
  "leaves nothing going when it is terminated in step %d",
  async (last) => {
    steps = 0;
    const name = `ended-${last}`;
    const id = cluster.idOf(name);
    atStep = async (count) => {
      if (count === last) await cluster.admin.terminateExecution({ id, cause: "enough" });
    };
    await cluster.start(name, "whole", new Map([["x", int(last)]]));
    expect(await cluster.ended(name)).toBe("ABORTED");
    await expect.poll(phases, { timeout: 10_000 }).toEqual(new Set(["SUCCEEDED", "ABORTED"]));
    expect(steps).toBe(last);
  },
);

it("has that many steps when nobody ends it", async () => {
  steps = 0;
  atStep = async () => undefined;
  await cluster.start("whole", "whole", new Map([["x", int(5)]]));
  expect(await cluster.ended("whole")).toBe("SUCCEEDED");
  expect(steps).toBe(STEPS);
});
