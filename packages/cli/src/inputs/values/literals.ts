import { scalarLiteral } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";

/** The literal of a primitive value. */
export function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

const HIGHEST = 2n ** 63n - 1n;
const LOWEST = -(2n ** 63n);

/** Whether Flyte has an integer: whether it fits into 64 bits. */
export function isInt64(value: bigint): boolean {
  return value >= LOWEST && value <= HIGHEST;
}
