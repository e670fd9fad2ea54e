import { describeLiteralType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import type { GraphVariable } from "../model/graph-node.js";

/** Inputs or outputs, as they are shown. */
export function variablesOf(map: idl.VariableMap | undefined): readonly GraphVariable[] {
  return [...(map?.variables ?? [])].map(([name, { type, description }]) => ({
    name,
    type: describeLiteralType(type),
    // A variable without a description has its name as one.
    ...(description === "" || description === name ? {} : { says: description }),
  }));
}
