import type * as idl from "@flytekit-ts/models/core";
import { NO_VARIABLES, type Variables } from "../sites/variables.js";

/**
 * The inputs that a launch plan has for a node which gives these names: what it leaves open, and what it has a
 * default for if the node gives it. A fixed input is no input at all.
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
