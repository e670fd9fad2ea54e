import type { Literal } from "@flytekit-ts/models/core";

/** Literals as plain values, by name. */
export function plainInputs(literals: ReadonlyMap<string, Literal>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...literals].map(([name, literal]) => [name, plain(literal)]));
}

/** Integers as numbers, nothing as null, lists and maps of plain values, and what is no plain value as its literal. */
function plain(literal: Literal): unknown {
  const { value } = literal;
  if (value?.$case === "collection") return value.value.literals.map(plain);
  if (value?.$case === "map") return plainInputs(value.value.literals);
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  if (scalar?.$case === "noneType") return null;
  if (scalar?.$case === "union") return scalar.value.value === undefined ? null : plain(scalar.value.value);
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  if (primitive === undefined) return literal;
  return primitive.$case === "integer" ? Number(primitive.value) : primitive.value;
}
