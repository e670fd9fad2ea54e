import type * as idl from "@flytekit-ts/models/core";
import type { Holder, Spot } from "../bindings/fault.js";
import type { Scope } from "./scope.js";

/** A reference and its place in a binding. */
export interface PlacedReference {
  readonly ref: idl.OutputReference;
  readonly spot: Spot;
}

/** The references in the inputs of all nodes that are linked, and in the outputs of the workflow. */
export function linkedReferences({ links, names, template }: Scope): readonly PlacedReference[] {
  const all: PlacedReference[] = [];
  const view = { names, upTo: Number.POSITIVE_INFINITY, takesWhole: false };
  for (const { id: nodeId, node } of links.keys()) addReferences(node.inputs, { ...view, nodeId }, all);
  addReferences(template.outputs, { ...view, nodeId: undefined }, all);
  return all;
}

/** Add the references in bindings, at any depth. */
export function addReferences(bindings: readonly idl.Binding[], holder: Holder, to: PlacedReference[]): void {
  const add = ({ value }: idl.BindingData, input: string, path: string): void => {
    if (value?.$case === "promise") to.push({ ref: value.value, spot: { holder, input, path } });
    else if (value?.$case === "collection") {
      for (const [i, item] of value.value.bindings.entries()) add(item, input, `${path}[${i}]`);
    } else if (value?.$case === "map") {
      for (const [key, item] of value.value.bindings) add(item, input, `${path}[${JSON.stringify(key)}]`);
    }
  };
  for (const { var: input, binding } of bindings) if (binding !== undefined) add(binding, input, "");
}
