import type { GraphModel } from "../../model/graph-model.js";
import type { GraphNode } from "../../model/graph-node.js";

/** A node that can be found, and the workflows that have to be unfolded for it to be seen. */
export interface Findable {
  readonly path: string;
  readonly words: string;
  readonly around: readonly string[];
  /** Whether there is a graph inside. */
  readonly folds: boolean;
}

/** The most nodes that are searched: workflows inside workflows can be more than a memory holds. */
const MOST = 50_000;

/** All nodes of a model, those of folded workflows included. */
export function indexOf(model: GraphModel): readonly Findable[] {
  const found: Findable[] = [];
  const queue: { readonly key: string; readonly prefix: string; readonly around: readonly string[] }[] = [
    { key: model.root, prefix: "", around: [] },
  ];
  for (let next = queue.shift(); next !== undefined && found.length < MOST; next = queue.shift()) {
    const { prefix, around } = next;
    const graph = model.graphs[next.key];
    const add = (node: GraphNode, path: string): void => {
      const { name, entity = "", kind, id, notes } = node;
      found.push({
        path,
        around,
        folds: node.graph !== undefined,
        words: [name, entity, kind, id, ...notes].join(" ").toLowerCase(),
      });
      if (node.graph !== undefined)
        queue.push({
          key: node.graph,
          prefix: `${path}${node.kind === "launch-plan" ? ">" : "/"}`,
          around: [...around, path],
        });
      for (const { node: arm } of node.arms ?? []) if (arm !== undefined) add(arm, `${path}/${arm.id}`);
    };
    for (const node of graph?.nodes ?? []) add(node, prefix + node.id);
    if (graph?.failureNode !== undefined) add(graph.failureNode, prefix + graph.failureNode.id);
  }
  return found;
}
