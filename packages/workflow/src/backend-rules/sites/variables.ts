import type * as idl from "@flytekit-ts/models/core";

/** Inputs or outputs by name. A variable without a type cannot be compared with anything. */
export type Variables = ReadonlyMap<string, Pick<idl.Variable, "type">>;

/** Inputs and outputs of a node as Flyte's compiler works them out. */
export interface NodeInterface {
  readonly inputs: Variables;
  readonly outputs: Variables;
}

/** No variables. */
export const NO_VARIABLES: Variables = new Map();

/** The variables of a message; none if the message is absent. */
export function variablesOf(map: idl.VariableMap | undefined): Variables {
  return map?.variables ?? NO_VARIABLES;
}

/** The parts that variables lack to form an interface, in words. */
export function missingIn(variables: Variables): readonly string[] {
  const missing: string[] = [];
  for (const [name, variable] of variables) {
    if (name === "") missing.push("the name of a variable");
    if (variable.type === undefined) missing.push(`the type of ${name}`);
  }
  return missing;
}

/** An interface; `undefined` if it is incomplete. */
export function completeInterface(inputs: Variables, outputs: Variables): NodeInterface | undefined {
  const isComplete = missingIn(inputs).length === 0 && missingIn(outputs).length === 0;
  return isComplete ? { inputs, outputs } : undefined;
}
