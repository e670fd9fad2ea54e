import { typeName } from "../../entities/type-name.js";
import type { GraphVariable } from "../model/graph-node.js";
import type { Variables } from "./declared.js";

/** Inputs or outputs, as they are shown. */
export function variablesOf(variables: Variables | undefined): readonly GraphVariable[] {
  return [...(variables ?? [])].map(([name, { type, says }]) => ({
    name,
    type: typeName(type),
    ...(says === undefined ? {} : { says }),
  }));
}
