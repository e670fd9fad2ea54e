import type { Node } from "@flytekit-ts/core/graph";
import { dnsSafe } from "./dns-safe.js";

/** The id of each node of one trace, by the node's index. */
export type NodeIds = readonly string[];

/** Ids are a pass of their own: `n0`, `n1`, ... or what the author asked for, made DNS-safe once. */
export function assignNodeIds(nodes: readonly Node[], prefix = ""): NodeIds {
  return nodes.map((node, index) => nodeIdOf(node, index, prefix));
}

/** The id of the node at an index. */
export function nodeIdOf({ settings, key }: Node, index: number = key.index, prefix = ""): string {
  return settings.id === undefined ? `${prefix}n${index}` : dnsSafe(settings.id);
}
