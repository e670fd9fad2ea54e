import type * as idl from "@flytekit-ts/models/core";
import { pathWords } from "../words/binding-words.js";

/** What outputs of the nodes of one workflow are called. */
export interface Naming {
  /** `n` of an input, `square` of a node with one output, `assess.due` of a node with several, `square.name` of a part. */
  nameOf(reference: idl.OutputReference): string;
}

/** Name the outputs of nodes by what the nodes are called; nodes that are called the same also get their ids. */
export function naming(nodes: readonly idl.Node[]): Naming {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const called = (node: idl.Node): string => node.metadata?.name || node.id;
  for (const node of nodes) counts.set(called(node), (counts.get(called(node)) ?? 0) + 1);
  for (const node of nodes) {
    const name = called(node);
    names.set(node.id, (counts.get(name) ?? 0) > 1 && name !== node.id ? `${name} (${node.id})` : name);
  }
  return {
    nameOf(reference) {
      const path = pathWords(reference);
      if (reference.nodeId === "" || reference.nodeId === "start-node") return `${reference.var}${path}`;
      const name = names.get(reference.nodeId) ?? reference.nodeId;
      return `${name}${reference.var === "o0" ? "" : `.${reference.var}`}${path}`;
    },
  };
}
