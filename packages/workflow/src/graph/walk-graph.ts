import type { Node } from "@flytekit-ts/core/graph";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { nodeIdOf } from "../messages/assign-node-ids.js";
import type { Graph } from "./graph.js";

/** A node of a graph, with the id that the backend gives it. */
export interface WalkedNode {
  readonly node: Node;
  readonly nodeId: string;
}

// Kept, since each check goes over all nodes.
const walks = new WeakMap<Graph, readonly WalkedNode[]>();

/** Every node of a graph: its own, those in the arms of its branches, and its failure node. */
export function walkGraph(graph: Graph): readonly WalkedNode[] {
  const known = walks.get(graph);
  if (known !== undefined) return known;
  const { nodes, ids, idPrefix, failureNode } = graph;
  const walked: WalkedNode[] = [];
  const walk = (node: Node, nodeId: string): void => {
    walked.push({ node, nodeId });
    if (!isBranch(node.entity)) return;
    for (const [index, arm] of armNodesOf(node.entity).entries()) {
      walk(arm, `${nodeId}-${nodeIdOf(arm, index, idPrefix)}`);
    }
  };
  for (const [index, node] of nodes.entries()) walk(node, ids[index] ?? "");
  if (failureNode !== undefined) walk(failureNode.node, failureNode.id);
  walks.set(graph, walked);
  return walked;
}
