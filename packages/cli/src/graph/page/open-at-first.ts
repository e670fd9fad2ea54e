import type { GraphModel } from "../model/graph-model.js";
import type { GraphNode } from "../model/graph-node.js";
import { countInside } from "../scene/count-inside.js";
import { DEPTH } from "../text/picture-options.js";

/** How many nodes a page shows at first, if folding workflows can achieve it. */
const MOST = 250;

/**
 * The paths of the workflows that a page unfolds at first: as deep as is asked for; unless asked, only those for which
 * there is room, and those around a node that has failed.
 */
export function openAtFirst(model: GraphModel, depth: number | undefined): readonly string[] {
  const open: string[] = [];
  const failed = model.run?.failed ?? "";
  let shown = model.graphs[model.root]?.nodes.length ?? 0;
  const queue = nodesOf(model, model.root, "", 0);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { node, path, level } = next;
    if (node.graph === undefined) continue;
    const joint = node.kind === "launch-plan" ? ">" : "/";
    const isAround = failed.startsWith(path + joint);
    const size = model.graphs[node.graph]?.nodes.length ?? 0;
    const fits = shown + size <= MOST && countInside(model, node.graph) <= MOST / 2;
    if (!isAround && (level >= (depth ?? DEPTH) || (depth === undefined && !fits))) continue;
    open.push(path);
    shown += size;
    queue.push(...nodesOf(model, node.graph, path + joint, level + 1));
  }
  return open;
}

interface Found {
  readonly node: GraphNode;
  readonly path: string;
  readonly level: number;
}

function nodesOf(model: GraphModel, key: string, prefix: string, level: number): Found[] {
  const graph = model.graphs[key];
  if (graph === undefined) return [];
  const found: Found[] = [];
  const add = (node: GraphNode, path: string): void => {
    found.push({ node, path, level });
    for (const { node: arm } of node.arms ?? []) if (arm !== undefined) add(arm, `${path}/${arm.id}`);
  };
  for (const node of graph.nodes) add(node, prefix + node.id);
  if (graph.failureNode !== undefined) add(graph.failureNode, prefix + graph.failureNode.id);
  return found;
}
