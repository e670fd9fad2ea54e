import type { Row as Columns, Source } from "../../query/list-rows.js";
import type { State } from "../../state/state.js";
import { phases } from "../phases.js";
import { executionKey, executions, type NodeRow, type Row } from "../tables.js";
import { executionSource } from "./execution-source.js";
import { runColumns } from "./run-columns.js";

/** Where lists of nodes come from: their rows, and those of their executions. */
export function nodeSource(state: State, rows: readonly Row<NodeRow>[]): Source<Row<NodeRow>> {
  return {
    entity: "nodeExecution",
    rows,
    columns: nodeColumns,
    joined: {
      execution: ({ id }) => {
        const row = state.table(executions).get(executionKey(id.executionId));
        return row === undefined ? [] : [executionSource(state, []).columns(row)];
      },
    },
  };
}

/** The columns of the execution of a node. */
export function nodeColumns(row: Row<NodeRow>): Columns {
  const { id, closure } = row;
  return {
    ...runColumns(row, phases.node.name(closure.phase), closure),
    execution_project: id.executionId?.project ?? "",
    execution_domain: id.executionId?.domain ?? "",
    execution_name: id.executionId?.name ?? "",
    node_id: id.nodeId,
    input_uri: row.inputUri,
    node_execution_created_at: closure.createdAt,
    node_execution_updated_at: closure.updatedAt,
    parent_id: row.parentRow,
    parent_task_execution_id: row.parentTaskRow,
    cache_status: row.cacheStatus,
    dynamic_workflow_remote_closure_reference: row.dynamicUri ?? "",
  };
}
