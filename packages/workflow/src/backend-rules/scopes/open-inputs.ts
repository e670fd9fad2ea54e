import type * as idl from "@flytekit-ts/models/core";
import { NO_VARIABLES, type Variables } from "../sites/variables.js";

/**
 * The inputs of a launch plan for a node that binds the names in `given`: the required ones, and those with a default
 * if the node binds them. Fixed inputs are not included.
 */
export function openInputs(inputs: idl.ParameterMap | undefined, given: ReadonlySet<string>): Variables {
  if (inputs === undefined) return NO_VARIABLES;
  const open = new Map<string, Pick<idl.Variable, "type">>();
  for (const [name, { behavior, var: variable }] of inputs.parameters) {
    const isRequired = behavior?.$case === "required" && behavior.value;
    if (isRequired || given.has(name)) open.set(name, variable ?? UNTYPED);
  }
  return open;
}

const UNTYPED = { type: undefined };
