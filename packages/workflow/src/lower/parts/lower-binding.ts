import type * as idl from "@flytekit-ts/models/core";
import { unreachable } from "@flytekit-ts/core/errors";
import type { Binding, BindingData, PromiseTarget } from "@flytekit-ts/core/graph";
import { type Graph, idIn } from "../../graph/graph.js";
import { copyMessage } from "../../messages/copy-message.js";

/** A binding as IDL, with the ids of this graph. */
export function lowerBinding({ var: name, binding }: Binding, graph: Graph): idl.Binding {
  return { var: name, binding: lowerBindingData(binding, graph) };
}

function lowerBindingData(data: BindingData, graph: Graph): idl.BindingData {
  return { value: lowerValue(data, graph), union: undefined };
}

function lowerValue(data: BindingData, graph: Graph): idl.BindingData["value"] {
  switch (data.kind) {
    case "promise":
      return { $case: "promise", value: lowerPromise(data.target, graph) };
    case "constant":
      return { $case: "scalar", value: copyScalar(data.scalar) };
    case "list":
      return {
        $case: "collection",
        value: { bindings: data.items.map((item) => lowerBindingData(item, graph)) },
      };
    case "map": {
      const bindings = new Map([...data.entries].map(([key, item]) => [key, lowerBindingData(item, graph)]));
      return { $case: "map", value: { bindings } };
    }
    default:
      return unreachable(data);
  }
}

// Nearly all constants are primitives without parts. Copying these as any message takes an eighth of a compilation.
function copyScalar(scalar: idl.Scalar): idl.Scalar {
  const primitive = scalar.value?.$case === "primitive" ? scalar.value.value.value : undefined;
  if (primitive === undefined || typeof primitive.value === "object") return copyMessage(scalar);
  return { value: { $case: "primitive", value: { value: { ...primitive } } } };
}

function lowerPromise({ node, var: name, path }: PromiseTarget, graph: Graph): idl.OutputReference {
  // If an output has an alias, flytekit still binds its original name, and Flyte's own compiler refuses that.
  const alias = graph.nodes[node.index]?.settings.aliases?.get(name);
  return { nodeId: idIn(graph, node), var: alias ?? name, attrPath: path.map(lowerStep) };
}

function lowerStep(step: string | number): idl.PromiseAttribute {
  const value =
    typeof step === "number"
      ? { $case: "intValue" as const, value: step }
      : { $case: "stringValue" as const, value: step };
  return { value };
}
