import type * as idl from "@flytekit-ts/models/core";
import { literalJson } from "../../values/literal-json.js";

/** Where the value of an input comes from, in words: `n0.o0`, `inputs.side`, or a constant as JSON. */
export function bindingWords(data: idl.BindingData | undefined): string {
  const value = data?.value;
  switch (value?.$case) {
    case "promise":
      return promiseWords(value.value);
    case "collection":
      return `[${value.value.bindings.map(bindingWords).join(", ")}]`;
    case "map":
      return `{${[...value.value.bindings].map(([key, each]) => `${JSON.stringify(key)}: ${bindingWords(each)}`).join(", ")}}`;
    case "scalar":
      return JSON.stringify(literalJson({ value, hash: "", metadata: new Map() }));
    case "offloadedMetadata":
      return value.value.uri;
    case undefined:
      return "null";
  }
}

/** An output of a node, or an input of the workflow, and what is taken of it. */
export function promiseWords({ nodeId, var: name, attrPath }: idl.OutputReference): string {
  const path = attrPath.map(({ value }) =>
    value?.$case === "intValue" ? `[${value.value}]` : `.${value?.value ?? ""}`,
  );
  // Flyte's compiler calls the inputs outputs of a node of their own.
  const isInput = nodeId === "" || nodeId === "start-node";
  return `${isInput ? "inputs" : nodeId}.${name}${path.join("")}`;
}

/** Bindings by the names of the inputs. */
export function bindingsWords(bindings: readonly idl.Binding[]): { readonly [input: string]: string } {
  return Object.fromEntries(bindings.map(({ var: name, binding }) => [name, bindingWords(binding)]));
}
