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

/**
 * An execution by its id. Empty parts of an id fit any, as the database is asked without them: the first row is taken.
 *
 * @throws Refusal NOT_FOUND
 */
export function executionOf(state: State, id: WorkflowExecutionIdentifier | undefined): Row<ExecutionRow> {
  const table = state.table(executions);
  const isWhole = PARTS.every((part) => id?.[part]);
  const row = isWhole ? table.get(executionKey(id)) : table.rows().find((each) => fitsId(each.id, id));
  if (row === undefined) throw missingOne("execution", { ...(id ?? NOTHING), org: "" });
  return row;
}

/** The execution of a node by its id, like `executionOf`; undefined if there is none. */
export function findNode(state: State, id: NodeExecutionIdentifier | undefined): Row<NodeRow> | undefined {
  const table = state.table(nodeExecutions);
  const { nodeId = "", executionId } = id ?? {};
  const fits = (row: NodeRow) =>
    (nodeId === "" || row.id.nodeId === nodeId) && fitsId(row.id.executionId, executionId);
  const isWhole = nodeId !== "" && PARTS.every((part) => executionId?.[part]);
  return isWhole ? table.get(nodeKey(id)) : table.rows().find(fits);
}

/** The execution of a node by its id, like `executionOf`. @throws Refusal NOT_FOUND */
export function nodeOf(state: State, id: NodeExecutionIdentifier | undefined): Row<NodeRow> {
  const row = findNode(state, id);
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

const PARTS = ["project", "domain", "name"] as const;

function fitsId(
  id: WorkflowExecutionIdentifier | undefined,
  wanted: WorkflowExecutionIdentifier | undefined,
): boolean {
  return PARTS.every((part) => !wanted?.[part] || id?.[part] === wanted[part]);
}

function missingOne(what: string, id: object): Refusal {
  return refused.notFound(`missing entity of type ${what} with identifier ${messageText(id)}`);
}
