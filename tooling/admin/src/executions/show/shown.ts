import type { Execution, NodeExecution, TaskExecution } from "@flytekit-ts/models/admin";
import { WorkflowExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { State } from "../../state/state.js";
import { type ExecutionRow, nodeExecutions, type NodeRow, type Row, type TaskRunRow } from "../tables.js";

/** An execution as clients see it. One that was aborted has no error, but who ended it. */
export function shownExecution({ id, spec, closure, abortCause }: ExecutionRow): Execution {
  const isAborted = closure.phase === Phase.ABORTED && closure.outputResult?.$case !== "abortMetadata";
  const outputResult = isAborted
    ? ({ $case: "abortMetadata", value: { cause: abortCause, principal: "" } } as const)
    : closure.outputResult;
  return { id: { ...id, org: "" }, spec, closure: { ...closure, outputResult } };
}

/** A node as clients see it. Before engines said what is inside of a node, its children tell. */
export function shownNode(state: State, row: Row<NodeRow>): NodeExecution {
  const { id, inputUri, closure, metadata, eventVersion } = row;
  const isSaid = metadata.isParentNode || metadata.isDynamic;
  const isParent = eventVersion === 0 && !isSaid && hasChildren(state, row);
  return {
    id,
    inputUri,
    closure,
    metadata: isParent
      ? { ...metadata, isParentNode: true, isDynamic: row.dynamicUri !== undefined }
      : metadata,
  };
}

/** An attempt of a task as clients see it. */
export function shownTaskRun(state: State, { id, inputUri, closure, rowId }: Row<TaskRunRow>): TaskExecution {
  const isParent = state
    .table(nodeExecutions)
    .rows()
    .some(({ parentTaskRow }) => parentTaskRow === rowId);
  return { id, inputUri, closure, isParent };
}

function hasChildren(state: State, { rowId }: Row<NodeRow>): boolean {
  return state
    .table(nodeExecutions)
    .rows()
    .some(({ parentRow }) => parentRow === rowId);
}
