import type { Node, NodeKey } from "@flytekit-ts/core/plugin";
import { dnsSafe } from "./dns-safe.js";

/** The id of each node of one trace, by the node's index. */
export type NodeIds = readonly string[];

/** Ids are a pass of their own: `n0`, `n1`, ... or what the author asked for, made DNS-safe once. */
export function assignNodeIds(nodes: readonly Node[]): NodeIds {
  return nodes.map(({ settings }, index) => (settings.id === undefined ? `n${index}` : dnsSafe(settings.id)));
}

/** The id under which a node's outputs are bound; the start node's is empty. */
export function idOf(key: NodeKey, ids: NodeIds): string {
  return ids[key.index] ?? "";
}
