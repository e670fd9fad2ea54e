import type { NodeKey } from "@flytekit-ts/core/graph";
import { assignNodeIds, type NodeIds } from "../messages/assign-node-ids.js";
import type { Trace, WorkflowEntity } from "../trace/workflow-entity.js";

/** A traced workflow whose nodes have ids. */
export interface Graph extends Trace {
  readonly workflow: WorkflowEntity;
  readonly ids: NodeIds;
}

const graphs = new WeakMap<Trace, Graph>();

/** The graph of a workflow; its body runs the first time this is asked. */
export function graphOf(workflow: WorkflowEntity): Graph {
  const trace = workflow.trace();
  const known = graphs.get(trace);
  if (known !== undefined) return known;
  const ids = Object.freeze(assignNodeIds(trace.nodes, trace.idPrefix));
  const graph = Object.freeze({ ...trace, workflow, ids });
  graphs.set(trace, graph);
  return graph;
}

/** The id under which a node's outputs are bound in a graph; the start node's is empty. */
export function idIn({ start, ids }: Graph, key: NodeKey): string {
  return key.trace === start.trace ? (ids[key.index] ?? "") : "";
}
