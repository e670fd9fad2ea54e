import type * as idl from "@flytekit-ts/models/core";

/** Inputs or outputs by name. A variable without type is nothing that anything can be compared with. */
export type Variables = ReadonlyMap<string, Pick<idl.Variable, "type">>;

/** Inputs and outputs of a node as Flyte's compiler works them out. */
export interface NodeInterface {
  readonly inputs: Variables;
  readonly outputs: Variables;
}

/** No variables. */
export const NO_VARIABLES: Variables = new Map();

/** The variables of a message; one that is absent holds none. */
export function variablesOf(map: idl.VariableMap | undefined): Variables {
  return map?.variables ?? NO_VARIABLES;
}

/** What is missing in variables before they can be part of an interface, in words. */
export function missingIn(variables: Variables): readonly string[] {
  const missing: string[] = [];
  for (const [name, variable] of variables) {
    if (name === "") missing.push("the name of a variable");
    if (variable.type === undefined) missing.push(`the type of ${name}`);
  }
  return missing;
}

/** An interface, if nothing is missing in it. */
export function completeInterface(inputs: Variables, outputs: Variables): NodeInterface | undefined {
  const isComplete = missingIn(inputs).length === 0 && missingIn(outputs).length === 0;
  return isComplete ? { inputs, outputs } : undefined;
}
