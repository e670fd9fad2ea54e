import type * as idl from "@flytekit-ts/models/core";

/** A literal type of this kind, without schema, annotation or tag. */
export function literalTypeOf(type: NonNullable<idl.LiteralType["type"]>): idl.LiteralType {
  return { type, metadata: undefined, annotation: undefined, structure: undefined };
}

/** A simple literal type. */
export function simpleType(value: idl.SimpleType): idl.LiteralType {
  return literalTypeOf({ $case: "simple", value });
}

/** The type as a variant of a union. As in flytekit, the tag replaces the whole structure of the type. */
export function tagged(type: idl.LiteralType, tag: string): idl.LiteralType {
  return { ...type, structure: { tag, dataclassType: new Map() } };
}
