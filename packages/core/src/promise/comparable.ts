import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../literals/idl-enums.js";

const COMPARABLE: ReadonlySet<idl.SimpleType> = new Set([
  SimpleType.INTEGER,
  SimpleType.FLOAT,
  SimpleType.STRING,
  SimpleType.BOOLEAN,
  SimpleType.DATETIME,
  SimpleType.DURATION,
]);

/** Whether the backend can compare two values of a simple type: only primitives can be compared. */
export function isComparable(kind: idl.SimpleType): boolean {
  return COMPARABLE.has(kind);
}
