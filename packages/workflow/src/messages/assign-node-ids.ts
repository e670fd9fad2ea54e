import type { Node } from "@flytekit-ts/core/graph";
import { dnsSafe } from "./dns-safe.js";

/** The id of each node of one trace, by the node's index. */
export type NodeIds = readonly string[];

/** Give nodes their ids, a separate pass: `n0`, `n1`, ... or the id that the author chose, made DNS-safe. */
export function assignNodeIds(nodes: readonly Node[], prefix = ""): NodeIds {
  return nodes.map((node, index) => nodeIdOf(node, index, prefix));
}

/** The id of the node at an index. */
export function nodeIdOf({ settings, key }: Node, index: number = key.index, prefix = ""): string {
  return settings.id === undefined ? `${prefix}n${index}` : dnsSafe(settings.id);
}
