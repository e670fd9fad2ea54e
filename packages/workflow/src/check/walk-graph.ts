import type { Node } from "@flytekit-ts/core/plugin";
import { nodeIdOf } from "../compile/assign-node-ids.js";
import type { Graph } from "../compile/graph.js";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";

/** A node of a graph, under the id that the backend has for it. */
export interface WalkedNode {
  readonly node: Node;
  readonly nodeId: string;
}

/** Every node of a graph: its own, those in the arms of its branches, and its failure node. */
export function* walkGraph({ nodes, ids, idPrefix, failureNode }: Graph): Generator<WalkedNode> {
  for (const [index, node] of nodes.entries()) yield* walkNode({ node, nodeId: ids[index] ?? "" }, idPrefix);
  if (failureNode !== undefined)
    yield* walkNode({ node: failureNode.node, nodeId: failureNode.id }, idPrefix);
}

function* walkNode(walked: WalkedNode, idPrefix: string | undefined): Generator<WalkedNode> {
  yield walked;
  const { node, nodeId } = walked;
  if (!isBranch(node.entity)) return;
  for (const [index, arm] of armNodesOf(node.entity).entries()) {
    yield* walkNode({ node: arm, nodeId: `${nodeId}-${nodeIdOf(arm, index, idPrefix)}` }, idPrefix);
  }
}
