import {
  NodeExecution_Phase as Node,
  TaskExecution_Phase as Task,
  WorkflowExecution_Phase as Workflow,
} from "@flytekit-ts/models/core";
import { NodeExecutionEvent, TaskExecutionEvent, WorkflowExecutionEvent } from "@flytekit-ts/models/event";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { Status } from "nice-grpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { int, startCluster } from "./support/cluster.js";

const any = task({ name: "any", inputs: { x: t.int() } }, () => {});
const wf = workflow({ name: "wf", inputs: { x: t.int() } }, ({ x }) => void any({ x }));
let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster({});
  await cluster.register(wf);
  await cluster.start("e", "wf", new Map([["x", int(1)]]));
  await workflowEvent(Workflow.RUNNING);
});
afterAll(() => cluster.close());

let second = 0n;
const at = () => ({ occurredAt: { seconds: (second += 1n), nanos: 0 } });
const executionId = () => cluster.idOf("e");
const workflowEvent = (phase: Workflow, more: Partial<WorkflowExecutionEvent> = {}) => {
  const event = { ...WorkflowExecutionEvent.create({ phase }), ...at(), executionId: executionId(), ...more };
  return cluster.admin.createWorkflowEvent({ requestId: "", event });
};
const nodeEvent = (nodeId: string, phase: Node, more: Partial<NodeExecutionEvent> = {}) => {
  const event = {
    ...NodeExecutionEvent.create({ phase }),
    ...at(),
    id: { nodeId, executionId: executionId() },
    ...more,
  };
  return cluster.admin.createNodeEvent({ requestId: "", event });
};
const taskEvent = (nodeId: string, phase: Task, more: Partial<TaskExecutionEvent> = {}) => {
  const taskId = { ...cluster.idOf("any"), resourceType: 1, version: "v1" } as const;
  const parentNodeExecutionId = { nodeId, executionId: executionId() };
  const event = { ...TaskExecutionEvent.create({ phase }), ...at(), taskId, parentNodeExecutionId, ...more };
  return cluster.admin.createTaskEvent({ requestId: "", event });
};
const runs = async (nodeId: string) => {
  const nodeExecutionId = { nodeId, executionId: executionId() };
  return (await cluster.admin.listTaskExecutions({ nodeExecutionId, limit: 9 })).taskExecutions;
};

describe("an event", () => {
  it("that was taken down before is refused", async () => {
    await nodeEvent("a", Node.RUNNING);
    await expect(nodeEvent("a", Node.RUNNING)).rejects.toMatchObject({
      code: Status.ALREADY_EXISTS,
      details: expect.stringMatching(
        /^This phase was already recorded RUNNING for node_id:"a" {2}execution_id:/,
      ),
    });
  });

  it.each([
    [
      "a workflow",
      () => workflowEvent(Workflow.RUNNING, { executionId: undefined }),
      /doesn't have an execution id/,
    ],
    [
      "a node of no execution",
      () => nodeEvent("a", Node.RUNNING, { id: { nodeId: "a", executionId: cluster.idOf("none") } }),
      /^Failed to get existing execution id: \[project:"flytesnacks"/,
    ],
    [
      "a task without a time",
      () => taskEvent("a", Task.RUNNING, { occurredAt: undefined }),
      /^missing occurred_at$/,
    ],
    [
      "a task without its node",
      () => taskEvent("a", Task.RUNNING, { parentNodeExecutionId: undefined }),
      /^missing node_execution_id$/,
    ],
    ["a task without id", () => taskEvent("a", Task.RUNNING, { taskId: undefined }), /^missing task_id$/],
  ])("of %s that is not whole is refused", async (_, send, details) => {
    await expect(send()).rejects.toMatchObject({ details: expect.stringMatching(details) });
  });

  it("from another cluster is refused", async () => {
    await expect(nodeEvent("b", Node.RUNNING, { producerId: "north" })).rejects.toMatchObject({
      code: Status.FAILED_PRECONDITION,
      details: expect.stringMatching(/^Cluster\/producer from event \[north\]/),
    });
  });

  it("of a plan's node names an execution that is there", async () => {
    await nodeEvent("lp", Node.QUEUED);
    const metadata = (name: string) =>
      ({
        targetMetadata: { $case: "workflowNodeMetadata", value: { executionId: cluster.idOf(name) } },
      }) as const;
    await expect(nodeEvent("lp", Node.RUNNING, metadata("none"))).rejects.toMatchObject({
      code: Status.NOT_FOUND,
    });
    await nodeEvent("lp", Node.RUNNING, metadata("e"));
    const { closure } = await cluster.admin.getNodeExecution({
      id: { nodeId: "lp", executionId: executionId() },
    });
    expect(closure?.targetMetadata).toMatchObject({ value: { executionId: { name: "e" } } });
  });

  it("of a node with children says so, where engines of old did not", async () => {
    await nodeEvent("old", Node.RUNNING);
    await nodeEvent("old-0-n0", Node.RUNNING, { parentNodeMetadata: { nodeId: "old" } });
    const { metadata } = await cluster.admin.getNodeExecution({
      id: { nodeId: "old", executionId: executionId() },
    });
    expect(metadata).toMatchObject({ isParentNode: true, isDynamic: false });
  });
});

describe("events of a task", () => {
  const log = (name: string, uri: string, more = {}) =>
    ({
      name,
      uri,
      messageFormat: 0,
      ttl: undefined,
      ShowWhilePending: false,
      HideOnceFinished: false,
      ...more,
    }) as const;

  it("replace logs of the same name or place, and show some only for a time", async () => {
    await nodeEvent("logs", Node.RUNNING);
    await taskEvent("logs", Task.QUEUED, { logs: [log("one", "u1"), log("two", "u2")] });
    await taskEvent("logs", Task.RUNNING, {
      logs: [log("one", "u3"), log("gone", "u4", { HideOnceFinished: true })],
    });
    const uris = async () => (await runs("logs"))[0]?.closure?.logs.map(({ uri }) => uri);
    expect(await uris()).toEqual(["u3", "u4", "u2"]);
    await taskEvent("logs", Task.SUCCEEDED);
    expect(await uris()).toEqual(["u3", "u2"]);
  });

  it("merge what is said of it, and collect reasons", async () => {
    await nodeEvent("merge", Node.RUNNING);
    await taskEvent("merge", Task.RUNNING, { customInfo: { a: 1, b: { c: 2 } }, reason: "first" });
    await taskEvent("merge", Task.RUNNING, {
      customInfo: { a: null, b: { d: 3 } },
      reason: "first",
      phaseVersion: 1,
    });
    await taskEvent("merge", Task.RUNNING, { reason: "second", phaseVersion: 2 });
    const [run] = await runs("merge");
    expect(run?.closure).toMatchObject({ customInfo: { b: { c: 2, d: 3 } }, reason: "second" });
    expect(run?.closure?.customInfo).not.toHaveProperty("a");
    expect(run?.closure?.reasons.map(({ message }) => message)).toEqual(["first", "second"]);
  });
});

describe("a long error", () => {
  const message = `${"ä".repeat(60)}${"x".repeat(32_768)}`;

  it("is whole where one thing is asked for, and short in lists", async () => {
    await nodeEvent("err", Node.RUNNING);
    const value = {
      code: "USER:Bad",
      message,
      errorUri: "",
      kind: 1,
      timestamp: undefined,
      worker: "",
    } as const;
    await nodeEvent("err", Node.FAILED, { outputResult: { $case: "error", value } });
    const one = await cluster.admin.getNodeExecution({ id: { nodeId: "err", executionId: executionId() } });
    expect(one.closure?.outputResult).toMatchObject({ value: { message } });
    const request = { workflowExecutionId: executionId(), limit: 99, filters: "eq(phase,FAILED)" };
    const { nodeExecutions } = await cluster.admin.listNodeExecutions(request);
    expect(nodeExecutions[0]?.closure?.outputResult).toMatchObject({ value: { message: "ä".repeat(50) } });
  });
});

describe("an execution that is to end", () => {
  it("takes nothing but its end", async () => {
    await cluster.admin.terminateExecution({ id: executionId(), cause: "enough" });
    await expect(workflowEvent(Workflow.SUCCEEDING)).rejects.toMatchObject({
      code: Status.FAILED_PRECONDITION,
      details: expect.stringMatching(/^Invalid phase change from aborting to SUCCEEDING/),
    });
    await workflowEvent(Workflow.ABORTED);
    const { closure } = await cluster.admin.getExecution({ id: executionId() });
    expect(closure).toMatchObject({ phase: Workflow.ABORTED, outputResult: { value: { cause: "enough" } } });
  });
});
