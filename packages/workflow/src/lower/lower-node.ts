import type * as idl from "@flytekit-ts/models/core";
import { type Binding, isStart, type Node, promisesOf } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import { type Graph, idIn } from "../graph/graph.js";
import { kindOf } from "./kinds/kinds.js";
import type { Lowering } from "./kinds/node-kind.js";
import { lowerBinding } from "./parts/lower-binding.js";
import { lowerMetadata } from "./parts/lower-metadata.js";

/** A node as IDL. `id` is its id in the graph, or in the node that contains it. */
export function lowerNode(node: Node, id: string, graph: Graph, settings: SerializationSettings): idl.Node {
  const { entity } = node;
  const kind = kindOf(entity);
  const lowering: Lowering = {
    graph,
    settings,
    lowerNode: (inner, innerId) => lowerNode(inner, innerId, graph, settings),
  };
  const bindings = kind.bindings?.(entity, graph) ?? node.bindings;
  const { aliases } = node.settings;
  return {
    id,
    metadata: lowerMetadata(kind.settings?.(node, entity) ?? node.settings, kind.defaults(entity)),
    inputs: bindings.map((binding) => lowerBinding(binding, graph)),
    upstreamNodeIds: upstreamIds(node, bindings, graph),
    outputAliases: [...(aliases ?? [])].map(([name, alias]) => ({ var: name, alias })),
    target: kind.target(node, entity, lowering),
  };
}

// First the nodes whose outputs are bound, in the order of the bindings, then the nodes that `after` names.
function upstreamIds(node: Node, bindings: readonly Binding[], graph: Graph): string[] {
  const upstream = new Set<string>();
  for (const { binding } of bindings) {
    for (const target of promisesOf(binding))
      if (!isStart(target.node)) upstream.add(idIn(graph, target.node));
  }
  for (const key of node.after) upstream.add(idIn(graph, key));
  return [...upstream];
}
