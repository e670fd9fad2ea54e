import type * as idl from "@flytekit-ts/models/core";
import { Literal, LiteralType } from "@flytekit-ts/models/core";

/** Literals by the name of their variable. */
export type Literals = ReadonlyMap<string, idl.Literal>;

/** The value of a primitive, with its kind. */
export type PrimitiveValue = NonNullable<idl.Primitive["value"]>;

/** A literal of a scalar. */
export function scalarLiteral(value: NonNullable<idl.Scalar["value"]>): idl.Literal {
  return Literal.create({ value: { $case: "scalar", value: { value } } });
}

/** A literal of a primitive. */
export function primitiveLiteral(value: PrimitiveValue): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

/** A list of literals. */
export function collectionLiteral(literals: readonly idl.Literal[]): idl.Literal {
  return Literal.create({ value: { $case: "collection", value: { literals: [...literals] } } });
}

/** What stands where there is no value: in a slot of a map whose item failed. */
export function noneLiteral(): idl.Literal {
  return scalarLiteral({ $case: "noneType", value: {} });
}

/** What a failure handler finds in its input `err`. */
export function errorLiteral(message: string, failedNodeId: string): idl.Literal {
  const type = LiteralType.create({
    type: { $case: "simple", value: 8 },
    structure: { tag: "FlyteError", dataclassType: new Map() },
  });
  const value = scalarLiteral({ $case: "error", value: { failedNodeId, message } });
  return scalarLiteral({ $case: "union", value: { value, type } });
}

/** The scalar of a literal, or undefined. */
export function scalarOf(literal: idl.Literal | undefined): idl.Scalar["value"] {
  return literal?.value?.$case === "scalar" ? literal.value.value.value : undefined;
}

/** The primitive of a literal, or undefined. */
export function primitiveOf(literal: idl.Literal | undefined): PrimitiveValue | undefined {
  const scalar = scalarOf(literal);
  return scalar?.$case === "primitive" ? scalar.value.value : undefined;
}
