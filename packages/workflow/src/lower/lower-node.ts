import type * as idl from "@flytekit-ts/models/core";
import { type Binding, isStart, type Node, type PromiseTarget, promisesOf } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import { type Graph, idIn } from "../graph/graph.js";
import { kindOf } from "./kinds/kinds.js";
import type { Lowering } from "./kinds/node-kind.js";
import { lowerBinding } from "./parts/lower-binding.js";
import { lowerMetadata } from "./parts/lower-metadata.js";

/** What lowering the nodes of a graph needs. */
export function loweringOf(graph: Graph, settings: SerializationSettings): Lowering {
  const lowering: Lowering = { graph, settings, lowerNode: (node, id) => lowerNode(node, id, lowering) };
  return lowering;
}

function lowerNode(node: Node, id: string, lowering: Lowering): idl.Node {
  const { graph } = lowering;
  const { entity } = node;
  const kind = kindOf(entity);
  const bindings = kind.bindings?.(entity, graph) ?? node.bindings;
  const { aliases } = node.settings;
  return {
    id,
    metadata: lowerMetadata(kind.settings?.(node, entity) ?? node.settings, kind.defaults(entity)),
    inputs: bindings.map((binding) => lowerBinding(binding, graph)),
    upstreamNodeIds: upstreamIds(node, bindings, graph),
    outputAliases: aliases === undefined ? [] : [...aliases].map(([name, alias]) => ({ var: name, alias })),
    target: kind.target(node, entity, lowering),
  };
}

// First the nodes whose outputs are bound, in the order of the bindings, then the nodes that `after` names.
function upstreamIds(node: Node, bindings: readonly Binding[], graph: Graph): string[] {
  const upstream = new Set<string>();
  const add = ({ node }: PromiseTarget): void => {
    if (!isStart(node)) upstream.add(idIn(graph, node));
  };
  for (const { binding } of bindings) {
    // Most promises are bound as they are. A generator for each would cost more than the rest of this function.
    if (binding.kind === "promise") add(binding.target);
    else if (binding.kind !== "constant") for (const target of promisesOf(binding)) add(target);
  }
  for (const key of node.after) upstream.add(idIn(graph, key));
  return [...upstream];
}
