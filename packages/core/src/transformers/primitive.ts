import type * as idl from "@flytekit-ts/models/core";

/** A scalar that holds a primitive. */
export function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Scalar {
  return { value: { $case: "primitive", value: { value } } };
}

/** The primitive of a scalar; undefined for other scalars. */
export function primitiveOf(scalar: idl.Scalar): idl.Primitive["value"] {
  return scalar.value?.$case === "primitive" ? scalar.value.value.value : undefined;
}
