import type { GraphModel } from "../model/graph-model.js";
import type { GraphNode } from "../model/graph-node.js";

/** The node at a path of a run, such as `n2/n0`; absent where the path leads into what no graph shows. */
export function nodeAt(model: GraphModel, path: string): GraphNode | undefined {
  let nodes = nodesOf(model, model.root);
  let found: GraphNode | undefined;
  for (const id of path.split(/[/>]/)) {
    found = nodes.find((node) => node.id === id);
    if (found === undefined) return undefined;
    const arms = found.arms?.flatMap(({ node }) => (node === undefined ? [] : [node]));
    nodes = arms ?? nodesOf(model, found.graph);
  }
  return found;
}

/** The innermost node around a path that a graph shows: of an item of a map, the map. */
export function shownAt(model: GraphModel, path: string): string | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("/"), at.lastIndexOf(">"), 0)))
    if (nodeAt(model, at) !== undefined) return at;
  return undefined;
}

function nodesOf({ graphs }: GraphModel, key: string | undefined): readonly GraphNode[] {
  const graph = key === undefined ? undefined : graphs[key];
  if (graph === undefined) return [];
  return graph.failureNode === undefined ? graph.nodes : [...graph.nodes, graph.failureNode];
}
