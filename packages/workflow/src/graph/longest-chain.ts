import type { Node, PromiseTarget } from "@flytekit-ts/core/graph";
import type { Trace } from "../trace/workflow-entity.js";
import { visitTargets, visitTargetsOf } from "./visit-targets.js";

/**
 * The nodes of the heaviest chain that leads to an output, each of which takes a promise of the one before.
 *
 * A node can only take promises of nodes that were called before it, so one pass over the nodes is enough.
 */
export function longestChain(
  { nodes, outputs, start }: Pick<Trace, "nodes" | "outputs" | "start">,
  weightOf: (node: Node) => number,
): readonly Node[] {
  const weights = new Float64Array(nodes.length);
  const before = new Int32Array(nodes.length).fill(-1);
  let heaviest = -1;
  const consider = ({ node: { trace, index } }: PromiseTarget): void => {
    if (trace !== start.trace || index < 0) return;
    if (heaviest === -1 || (weights[index] ?? 0) > (weights[heaviest] ?? 0)) heaviest = index;
  };
  for (const [index, node] of nodes.entries()) {
    heaviest = -1;
    visitTargetsOf(node, consider);
    before[index] = heaviest;
    weights[index] = weightOf(node) + (weights[heaviest] ?? 0);
  }
  heaviest = -1;
  for (const { binding } of outputs) visitTargets(binding, consider);
  const chain: Node[] = [];
  for (let index = heaviest; index >= 0; index = before[index] ?? -1) {
    const node = nodes[index];
    if (node !== undefined) chain.push(node);
  }
  return chain.toReversed();
}
