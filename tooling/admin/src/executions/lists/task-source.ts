import type { Row as Columns, Source } from "../../query/list-rows.js";
import { entityKey, tasks } from "../../registry/tables.js";
import type { State } from "../../state/state.js";
import { phases } from "../phases.js";
import { nodeExecutions, nodeKey, type Row, type TaskRunRow } from "../tables.js";
import { nodeColumns, nodeSource } from "./node-source.js";
import { runColumns } from "./run-columns.js";

/** Where lists of attempts of tasks come from: their rows, and those of their nodes, executions and tasks. */
export function taskSource(state: State, rows: readonly Row<TaskRunRow>[]): Source<Row<TaskRunRow>> {
  const nodeOf = ({ id }: Row<TaskRunRow>) => {
    const row = state.table(nodeExecutions).get(nodeKey(id.nodeExecutionId));
    return row === undefined ? [] : [row];
  };
  return {
    entity: "taskExecution",
    rows,
    columns: taskColumns,
    joined: {
      nodeExecution: (row) => nodeOf(row).map(nodeColumns),
      execution: (row) =>
        nodeOf(row).flatMap((node) => nodeSource(state, []).joined?.execution?.(node) ?? []),
      task: ({ id }) => {
        const row = id.taskId && state.table(tasks).get(entityKey(id.taskId));
        return row === undefined ? [] : [{ ...namedColumns(row.id), id: row.rowId }];
      },
    },
  };
}

function taskColumns(row: Row<TaskRunRow>): Columns {
  const { id, closure } = row;
  const execution = id.nodeExecutionId?.executionId;
  return {
    ...runColumns(row, phases.task.name(closure.phase), closure),
    ...namedColumns(id.taskId),
    execution_project: execution?.project ?? "",
    execution_domain: execution?.domain ?? "",
    execution_name: execution?.name ?? "",
    node_id: id.nodeExecutionId?.nodeId ?? "",
    retry_attempt: id.retryAttempt,
    phase_version: row.phaseVersion,
    input_uri: row.inputUri,
    task_execution_created_at: closure.createdAt,
    task_execution_updated_at: closure.updatedAt,
  };
}

interface Named {
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
}

function namedColumns(id: Named | undefined): Columns {
  return { project: id?.project, domain: id?.domain, name: id?.name, version: id?.version };
}
