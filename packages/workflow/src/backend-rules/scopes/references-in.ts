import type * as idl from "@flytekit-ts/models/core";
import type { Holder, Spot } from "../bindings/fault.js";
import type { Scope } from "./scope.js";

/** A reference and its place in a binding. */
export interface PlacedReference {
  readonly ref: idl.OutputReference;
  readonly spot: Spot;
}

/** Those references that are wanted, in the inputs of all nodes that are linked and in the outputs of the workflow. */
export function linkedReferences(
  { links, names, template }: Scope,
  isWanted: (ref: idl.OutputReference) => boolean,
): readonly PlacedReference[] {
  const all: PlacedReference[] = [];
  const upTo = Number.POSITIVE_INFINITY;
  for (const { id: nodeId, node } of links.keys())
    addReferences(node.inputs, { nodeId, names, upTo, takesWhole: false }, all, isWanted);
  addReferences(template.outputs, { nodeId: undefined, names, upTo, takesWhole: false }, all, isWanted);
  return all;
}

/** Add the references in bindings that are wanted, at any depth. */
export function addReferences(
  bindings: readonly idl.Binding[],
  holder: Holder,
  to: PlacedReference[],
  isWanted: (ref: idl.OutputReference) => boolean = () => true,
): void {
  const add = ({ value }: idl.BindingData, input: string, path: string): void => {
    if (value?.$case === "promise") {
      if (isWanted(value.value)) to.push({ ref: value.value, spot: { holder, input, path } });
    } else if (value?.$case === "collection") {
      for (const [i, item] of value.value.bindings.entries()) add(item, input, `${path}[${i}]`);
    } else if (value?.$case === "map") {
      for (const [key, item] of value.value.bindings) add(item, input, `${path}[${JSON.stringify(key)}]`);
    }
  };
  for (const { var: input, binding } of bindings) if (binding !== undefined) add(binding, input, "");
}
