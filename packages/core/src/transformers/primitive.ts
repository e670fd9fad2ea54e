import type * as idl from "@flytekit-ts/models/core";

/** A scalar of one primitive. */
export function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Scalar {
  return { value: { $case: "primitive", value: { value } } };
}

/** The primitive of a scalar, if it is one. */
export function primitiveOf(scalar: idl.Scalar): idl.Primitive["value"] {
  return scalar.value?.$case === "primitive" ? scalar.value.value.value : undefined;
}
