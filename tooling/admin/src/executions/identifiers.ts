import {
  type NodeExecutionIdentifier,
  ResourceType,
  type TaskExecutionIdentifier,
  type WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import { assertIdentifier, assertParts } from "../registry/checks/identifiers.js";
import { invalidValue, missing } from "../serving/refusal.js";

/** @throws Refusal INVALID_ARGUMENT for the first part that is missing */
export function assertExecutionId(
  id: WorkflowExecutionIdentifier | undefined,
): asserts id is WorkflowExecutionIdentifier {
  assertParts(id, ["project", "domain", "name"]);
}

/** @throws Refusal INVALID_ARGUMENT for the first part that is missing */
export function assertNodeId(id: NodeExecutionIdentifier | undefined): asserts id is NodeExecutionIdentifier {
  if (id === undefined) throw missing("id");
  if (id.executionId === undefined) throw missing("execution_id");
  if (id.nodeId === "") throw missing("node_id");
  assertExecutionId(id.executionId);
}

/** @throws Refusal INVALID_ARGUMENT for the first part that is missing */
export function assertTaskRunId(
  id: TaskExecutionIdentifier | undefined,
): asserts id is TaskExecutionIdentifier {
  if (id === undefined) throw missing("id");
  if (id.nodeExecutionId === undefined) throw missing("node_execution_id");
  assertNodeId(id.nodeExecutionId);
  if (id.taskId === undefined) throw missing("task_id");
  assertIdentifier(id.taskId, ResourceType.TASK);
}

/** @throws Refusal INVALID_ARGUMENT unless a list has a limit */
export function assertLimit(limit: number): void {
  if (limit === 0) throw invalidValue("limit");
}
