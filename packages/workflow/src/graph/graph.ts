import { assertReadable, type NodeKey } from "@flytekit-ts/core/graph";
import { assignNodeIds, type NodeIds } from "../messages/assign-node-ids.js";
import type { Trace, WorkflowEntity } from "../trace/workflow-entity.js";

/** A traced workflow whose nodes have ids. */
export interface Graph extends Trace {
  readonly workflow: WorkflowEntity;
  readonly ids: NodeIds;
}

const graphs = new WeakMap<Trace, Graph>();

/** The graph of a workflow. The first call runs the body. @throws `VERSIONS_MIXED` */
export function graphOf(workflow: WorkflowEntity): Graph {
  assertReadable(workflow);
  const trace = workflow.trace();
  const known = graphs.get(trace);
  if (known !== undefined) return known;
  const ids = Object.freeze(assignNodeIds(trace.nodes, trace.idPrefix));
  const graph = Object.freeze({ ...trace, workflow, ids });
  graphs.set(trace, graph);
  return graph;
}

/** The id by which bindings of a graph refer to a node. It is empty for the start node. */
export function idIn({ start, ids }: Graph, key: NodeKey): string {
  return key.trace === start.trace ? (ids[key.index] ?? "") : "";
}
