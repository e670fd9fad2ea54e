import type * as idl from "@flytekit-ts/models/core";
import { namedType } from "../../inputs/kinds/named-type.js";
import { type Declared, declaredIn } from "./declared.js";
import type { Sources } from "./sources.js";

/** The interface of what a node runs, as far as it is known. */
export function interfaceOf(node: idl.Node, sources: Sources, authored?: Declared): Declared | undefined {
  if (authored !== undefined) return authored;
  const { target } = node;
  switch (target?.$case) {
    case "taskNode": {
      const id = target.value.reference?.value;
      return id === undefined ? undefined : inMessage(sources.task(id)?.interface);
    }
    case "workflowNode": {
      const reference = target.value.reference;
      if (reference === undefined) return undefined;
      return reference.$case === "subWorkflowRef"
        ? inMessage(sources.workflow(reference.value)?.interface)
        : sources.plan(reference.value)?.interface;
    }
    case "gateNode": {
      const condition = target.value.condition;
      if (condition?.$case !== "signal") return undefined;
      const { outputVariableName, type } = condition.value;
      return { inputs: new Map(), outputs: new Map([[outputVariableName, { type: namedType(type) }]]) };
    }
    case "arrayNode": {
      const inner = target.value.node;
      return inner === undefined ? undefined : interfaceOf(inner, sources);
    }
    default:
      return undefined;
  }
}

function inMessage(message: idl.TypedInterface | undefined): Declared | undefined {
  return message && declaredIn(message);
}
