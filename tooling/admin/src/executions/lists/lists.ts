import { ExecutionState, type ResourceListRequest } from "@flytekit-ts/models/admin";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { parseFilters } from "../../query/filters.js";
import { listRows, type ListRequest } from "../../query/list-rows.js";
import { assertParts } from "../../registry/checks/identifiers.js";
import type { Handlers } from "../../serving/handlers.js";
import { missing, Refusal } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";
import type { ExecutionBackend } from "../backend.js";
import { nodeOf, taskRunOf } from "../find.js";
import { assertExecutionId, assertLimit, assertNodeId, assertTaskRunId } from "../identifiers.js";
import { shownExecution, shownNode, shownTaskRun } from "../show/shown.js";
import { trimmed } from "../show/trimmed.js";
import {
  executionKey,
  executions,
  nodeExecutions,
  nodeKey,
  type NodeRow,
  type Row,
  taskExecutions,
} from "../tables.js";
import { executionSource } from "./execution-source.js";
import { nodeSource } from "./node-source.js";
import { taskSource } from "./task-source.js";

/** Lists of executions, of their nodes, and of attempts of tasks. Errors in them are cut short. */
export function lists({ state }: ExecutionBackend): Handlers<typeof AdminServiceDefinition> {
  return {
    listExecutions: (request) => listExecutions(state, request),
    listNodeExecutions: (request) => {
      const { workflowExecutionId, uniqueParentId } = request;
      assertExecution(workflowExecutionId);
      assertLimit(request.limit);
      const parent =
        uniqueParentId === ""
          ? undefined
          : nodeOf(state, { nodeId: uniqueParentId, executionId: workflowExecutionId });
      const rows = nodesIn(state, workflowExecutionId).filter(({ parentRow, parentTaskRow }) =>
        parent === undefined
          ? parentRow === undefined && parentTaskRow === undefined
          : parentRow === parent.rowId,
      );
      return nodePage(state, rows, request);
    },
    listNodeExecutionsForTask: (request) => {
      const { taskExecutionId: id } = request;
      assertTaskRunId(id);
      assertLimit(request.limit);
      const { rowId } = taskRunOf(state, id);
      const rows = nodesIn(state, id.nodeExecutionId?.executionId);
      return nodePage(
        state,
        rows.filter(({ parentTaskRow }) => parentTaskRow === rowId),
        request,
      );
    },
    listTaskExecutions: (request) => {
      assertNodeId(request.nodeExecutionId);
      assertLimit(request.limit);
      const key = nodeKey(request.nodeExecutionId);
      const all = state.table(taskExecutions).rows();
      const rows = all.filter(({ id }) => nodeKey(id.nodeExecutionId) === key);
      const page = listRows(taskSource(state, rows), request, "ListTaskExecutions");
      const shown = page.rows.map((row) => shownTaskRun(state, { ...row, closure: trimmed(row.closure) }));
      return { taskExecutions: shown, token: page.token };
    },
  };
}

function listExecutions(state: State, request: ResourceListRequest) {
  assertParts(request.id, ["project", "domain"]);
  assertLimit(request.limit);
  const { project, domain, name } = request.id ?? { project: "", domain: "", name: "" };
  const isAll = parseFilters(request.filters, "execution").some(({ column }) => column === "state");
  const rows = state
    .table(executions)
    .rows()
    .filter(({ id }) => id.project === project && id.domain === domain && (name === "" || id.name === name))
    .filter((row) => isAll || row.state === ExecutionState.EXECUTION_ACTIVE);
  const page = listRows(executionSource(state, rows), request, "ListExecutions");
  const shown = page.rows.map((row) => {
    const execution = shownExecution(row);
    return { ...execution, closure: execution.closure && trimmed(execution.closure) };
  });
  return { executions: shown, token: page.token };
}

function nodesIn(state: State, id: Parameters<typeof executionKey>[0]): readonly Row<NodeRow>[] {
  const key = executionKey(id);
  return state
    .table(nodeExecutions)
    .rows()
    .filter((row) => executionKey(row.id.executionId) === key);
}

function nodePage(state: State, rows: readonly Row<NodeRow>[], request: ListRequest) {
  const page = listRows(nodeSource(state, rows), request, "ListNodeExecutions");
  const shown = page.rows.map((row) => shownNode(state, { ...row, closure: trimmed(row.closure) }));
  return { nodeExecutions: shown, token: page.token };
}

/** Whatever is missing of the identifier, flyteadmin says that all of it is. */
function assertExecution(id: Parameters<typeof assertExecutionId>[0]): void {
  try {
    assertExecutionId(id);
  } catch (error) {
    if (error instanceof Refusal) throw missing("execution_id");
    throw error;
  }
}
