import type * as idl from "@flytekit-ts/models/core";

/**
 * A literal as it counts for the key of a cached result: where there is a hash, only the hash. So flytekit and Flyte
 * do it, in lists and maps, and not inside unions and records.
 */
export function hashedLiteral(literal: idl.Literal): idl.Literal {
  const { value, hash } = literal;
  if (hash !== "") return { ...EMPTY, hash };
  if (value?.$case === "collection") {
    const literals = value.value.literals.map(hashedLiteral);
    return { ...EMPTY, value: { $case: "collection", value: { literals } } };
  }
  if (value?.$case === "map") {
    const literals = new Map([...value.value.literals].map(([name, part]) => [name, hashedLiteral(part)]));
    return { ...EMPTY, value: { $case: "map", value: { literals } } };
  }
  return literal;
}

const EMPTY: idl.Literal = { value: undefined, hash: "", metadata: new Map() };
