import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Plan, Target } from "./plan.js";

/** A plan of one node that takes all inputs and returns all outputs, for an entity without a graph. */
export function planAround({ name, interface: declared }: Entity, target: Target): Plan {
  const id = "n0";
  const message: idl.Node = {
    id,
    metadata: undefined,
    inputs: declared.inputNames.map((input) => promiseOf("", input)),
    upstreamNodeIds: [],
    outputAliases: [],
    target: undefined,
  };
  return {
    nodes: [{ id, message, entity: name, target, upstream: 0, downstream: [] }],
    outputs: [...declared.outputs.keys()].map((output) => promiseOf(id, output)),
    failureNode: undefined,
    policy: "fail-immediately",
    interruptible: false,
  };
}

function promiseOf(nodeId: string, name: string): idl.Binding {
  const value = { nodeId, var: name, attrPath: [] };
  return { var: name, binding: { value: { $case: "promise", value }, union: undefined } };
}
