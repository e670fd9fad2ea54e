import {
  type NodeExecutionIdentifier,
  ResourceType,
  type TaskExecutionIdentifier,
  type WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import { type Refusal, refused } from "../serving/refusal.js";
import type { State } from "../state/state.js";
import { messageText } from "../texts/message-text.js";
import {
  executionKey,
  type ExecutionRow,
  executions,
  nodeExecutions,
  nodeKey,
  type NodeRow,
  type Row,
  taskExecutions,
  taskRunKey,
  type TaskRunRow,
} from "./tables.js";

const NOTHING: WorkflowExecutionIdentifier = { project: "", domain: "", name: "", org: "" };

/** @throws Refusal NOT_FOUND */
export function executionOf(state: State, id: WorkflowExecutionIdentifier | undefined): Row<ExecutionRow> {
  const row = state.table(executions).get(executionKey(id));
  if (row === undefined) throw missingOne("execution", { ...(id ?? NOTHING), org: "" });
  return row;
}

/** @throws Refusal NOT_FOUND */
export function nodeOf(state: State, id: NodeExecutionIdentifier | undefined): Row<NodeRow> {
  const row = state.table(nodeExecutions).get(nodeKey(id));
  if (row === undefined) {
    const { nodeId = "", executionId = NOTHING } = id ?? {};
    throw missingOne("node execution", { nodeId, executionId: { ...executionId, org: "" } });
  }
  return row;
}

/** @throws Refusal NOT_FOUND: its text has neither the kind of the task nor the attempt */
export function taskRunOf(state: State, id: TaskExecutionIdentifier): Row<TaskRunRow> {
  const row = state.table(taskExecutions).get(taskRunKey(id));
  if (row === undefined) {
    const taskId = id.taskId && { ...id.taskId, resourceType: ResourceType.UNSPECIFIED };
    throw missingOne("task execution", { taskId, nodeExecutionId: id.nodeExecutionId });
  }
  return row;
}

function missingOne(what: string, id: object): Refusal {
  return refused.notFound(`missing entity of type ${what} with identifier ${messageText(id)}`);
}
