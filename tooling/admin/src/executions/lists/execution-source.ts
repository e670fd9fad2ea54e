import { ResourceType } from "@flytekit-ts/models/core";
import type { Row as Columns, Source } from "../../query/list-rows.js";
import { entityKey, launchPlans, tasks, workflows } from "../../registry/tables.js";
import type { State } from "../../state/state.js";
import { phases } from "../phases.js";
import { type ExecutionRow, executionTags, type Row } from "../tables.js";
import { runColumns } from "./run-columns.js";

type Executions = Row<ExecutionRow>;

/** Where lists of executions come from: their rows, and those of what they were started from. */
export function executionSource(state: State, rows: readonly Executions[]): Source<Executions> {
  const launched = ({ spec }: Executions, type: ResourceType) =>
    spec.launchPlan?.resourceType === type ? entityKey(spec.launchPlan) : "";
  return {
    entity: "execution",
    rows,
    columns: (row) => executionColumns(row),
    joined: {
      launchPlan: (row) =>
        entityColumns(state.table(launchPlans).get(launched(row, ResourceType.LAUNCH_PLAN))),
      task: (row) => entityColumns(state.table(tasks).get(launched(row, ResourceType.TASK))),
      workflow: ({ closure }) =>
        closure.workflowId === undefined
          ? []
          : entityColumns(state.table(workflows).get(entityKey(closure.workflowId))),
      // Tags are joined by the name of their execution alone.
      executionTag: ({ id }) =>
        state
          .table(executionTags)
          .rows()
          .filter(({ execution }) => execution === id.name)
          .map(({ rowId, execution, key, value }) => ({ id: rowId, execution_name: execution, key, value })),
    },
  };
}

function executionColumns(row: Executions): Columns {
  const { id, spec, closure, state } = row;
  return {
    ...runColumns(row, phases.workflow.name(closure.phase), closure),
    execution_project: id.project,
    execution_domain: id.domain,
    execution_name: id.name,
    execution_created_at: closure.createdAt,
    execution_updated_at: closure.updatedAt,
    abort_cause: row.abortCause,
    mode: spec.metadata?.mode ?? 0,
    source_execution_id: row.sourceRow,
    parent_node_execution_id: row.parentNodeRow,
    cluster: row.cluster,
    inputs_uri: row.inputsUri,
    user_inputs_uri: row.userInputsUri,
    user: spec.metadata?.principal ?? "",
    state,
    launch_entity: spec.launchPlan?.resourceType === ResourceType.TASK ? "task" : "launch_plan",
  };
}

interface EntityParts {
  readonly rowId: number;
  readonly id: {
    readonly project: string;
    readonly domain: string;
    readonly name: string;
    readonly version: string;
  };
}

function entityColumns(row: EntityParts | undefined): readonly Columns[] {
  if (row === undefined) return [];
  const { project, domain, name, version } = row.id;
  return [{ id: row.rowId, project, domain, name, version }];
}
