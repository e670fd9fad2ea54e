import { type CompiledWorkflowClosure, type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { entityMissing } from "../../registry/checks/identifiers.js";
import { entityKey, workflows } from "../../registry/tables.js";
import type { ExecutionBackend } from "../backend.js";
import {
  executionKey,
  nodeExecutions,
  nodeKey,
  type NodeRow,
  type Row,
  taskExecutions,
  type TaskRunRow,
} from "../tables.js";
import { nanosOf } from "../times.js";

/** Nodes of one graph by their ids in it. */
export type NodesOfGraph = ReadonlyMap<string, Row<NodeRow>>;

const NOTHING: Identifier = { resourceType: 0, project: "", domain: "", name: "", version: "", org: "" };

/** The compiled closure of a registered workflow. @throws Refusal NOT_FOUND */
export function workflowOf({ state }: ExecutionBackend, id: Identifier | undefined): CompiledWorkflowClosure {
  const row = id && state.table(workflows).get(entityKey(id));
  if (row === undefined) throw entityMissing(ResourceType.WORKFLOW, id ?? NOTHING);
  return row.compiled;
}

/** The nodes inside of another. */
export function childrenOf(backend: ExecutionBackend, parent: Row<NodeRow>): NodesOfGraph {
  return nodesOf(backend, ({ parentRow }) => parentRow === parent.rowId, executionKey(parent.id.executionId));
}

/** The attempts of the task of a node. */
export function runsOf({ state }: ExecutionBackend, { id }: NodeRow): readonly Row<TaskRunRow>[] {
  const key = nodeKey(id);
  return state
    .table(taskExecutions)
    .rows()
    .filter((run) => nodeKey(run.id.nodeExecutionId) === key);
}

/** The nodes of an execution that are meant. */
export function nodesOf(
  { state }: ExecutionBackend,
  isMeant: (row: NodeRow) => boolean,
  execution: string,
): NodesOfGraph {
  const rows = state.table(nodeExecutions).rows();
  const found = rows.filter((row) => executionKey(row.id.executionId) === execution && isMeant(row));
  return new Map(found.map((row) => [row.metadata.specNodeId, row]));
}

/** Of the nodes upstream of another the one that changed last. */
export function lastBefore(
  id: string,
  graph: CompiledWorkflowClosure | undefined,
  nodes: NodesOfGraph,
): Row<NodeRow> | undefined {
  const upstream = graph?.primary?.connections?.upstream.get(id)?.ids ?? [];
  let last: Row<NodeRow> | undefined;
  let latest = 0n;
  for (const each of upstream) {
    const row = nodes.get(each);
    const time = row?.closure.updatedAt === undefined ? 0n : nanosOf(row.closure.updatedAt);
    if (time <= latest) continue;
    last = row;
    latest = time;
  }
  return last;
}
