import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type { LiteralType, Variable } from "@flytekit-ts/models/core";
import { type Direction, typeOf } from "../../values/untyped/type-of.js";

/** Types by the name of their variable. */
export type Types = ReadonlyMap<string, RuntimeType>;

const UNTYPED: LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};

/** The types of variables of which only their messages are known. */
export function typesOfVariables(
  variables: ReadonlyMap<string, Variable> | undefined,
  direction: Direction,
): Types {
  const types = [...(variables ?? [])].map(
    ([name, { type }]) => [name, resolveType(typeOf(type ?? UNTYPED, direction), name)] as const,
  );
  return new Map(types);
}
