import type * as idl from "@flytekit-ts/models/core";
import { sourcesOf } from "./sources-of.js";

/** The nodes that a node waits for: those whose outputs it uses, and those that are only said to come first. */
export function upstreamOf({ inputs, upstreamNodeIds }: idl.Node): readonly string[] {
  return [...new Set([...sourcesOf(inputs), ...upstreamNodeIds])];
}
