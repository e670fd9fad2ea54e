import type { GraphModel, WorkflowGraph } from "../model/graph-model.js";
import type { GraphNode } from "../model/graph-node.js";

const counts = new WeakMap<WorkflowGraph, number>();

/** How many nodes a graph has, with those of the graphs inside and of the arms. */
export function countInside(model: GraphModel, key: string | undefined): number {
  const graph = key === undefined ? undefined : model.graphs[key];
  if (graph === undefined) return 0;
  const known = counts.get(graph);
  if (known !== undefined) return known;
  // A workflow cannot run itself; a message that says so must not end in endless counting.
  counts.set(graph, 0);
  const one = (node: GraphNode): number => {
    const arms = (node.arms ?? []).map((arm) => (arm.node === undefined ? 0 : one(arm.node)));
    return 1 + countInside(model, node.graph) + arms.reduce((sum, each) => sum + each, 0);
  };
  const all = [...graph.nodes, ...(graph.failureNode === undefined ? [] : [graph.failureNode])];
  const count = all.reduce((sum, node) => sum + one(node), 0);
  counts.set(graph, count);
  return count;
}
