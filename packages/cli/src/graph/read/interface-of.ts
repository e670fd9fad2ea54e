import type * as idl from "@flytekit-ts/models/core";
import type { Sources } from "./sources.js";

/** The interface of what a node runs, as far as it is known. */
export function interfaceOf(
  node: idl.Node,
  sources: Sources,
  authored?: idl.TypedInterface,
): idl.TypedInterface | undefined {
  if (authored !== undefined) return authored;
  const { target } = node;
  switch (target?.$case) {
    case "taskNode": {
      const id = target.value.reference?.value;
      return id === undefined ? undefined : sources.task(id)?.interface;
    }
    case "workflowNode": {
      const reference = target.value.reference;
      if (reference === undefined) return undefined;
      return reference.$case === "subWorkflowRef"
        ? sources.workflow(reference.value)?.interface
        : sources.plan(reference.value)?.interface;
    }
    case "gateNode": {
      const condition = target.value.condition;
      if (condition?.$case !== "signal") return undefined;
      const { outputVariableName, type } = condition.value;
      const output: idl.Variable = {
        type,
        description: outputVariableName,
        artifactPartialId: undefined,
        artifactTag: undefined,
      };
      return { inputs: undefined, outputs: { variables: new Map([[outputVariableName, output]]) } };
    }
    case "arrayNode": {
      const inner = target.value.node;
      return inner === undefined ? undefined : interfaceOf(inner, sources);
    }
    default:
      return undefined;
  }
}
