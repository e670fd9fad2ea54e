import type * as idl from "@flytekit-ts/models/core";

import { tagged } from "../../literals/literal-type.js";
import type { TypeTransformer } from "../../types/transformer.js";

/** One of the types of a union. Its literal type has the name of its transformer as tag. */
export interface Variant {
  readonly transformer: TypeTransformer;
  readonly type: idl.LiteralType;
}

/** A type as a variant. */
export function variantOf(transformer: TypeTransformer): Variant {
  return { transformer, type: tagged(transformer.literalType, transformer.tag) };
}

/** The types of which a value may be: those of a union, or the type itself. As in Python, unions do not nest. */
export function dissolved(type: TypeTransformer): readonly TypeTransformer[] {
  return type.members?.kind === "variants" ? type.members.variants : [type];
}

/** Whether Flyte cannot tell two variants apart. */
export function isSameOnWire(one: idl.LiteralType, other: idl.LiteralType): boolean {
  if (one.structure?.tag !== other.structure?.tag || one.type?.$case !== other.type?.$case) return false;
  // Loaded only here, since importing `node:util` is slow (docs/benchmarks.md).
  const { isDeepStrictEqual } = process.getBuiltinModule("node:util");
  // The objects of decoded JSON Schemas have no prototype. Those of a clone have one.
  return isDeepStrictEqual(one, other) || isDeepStrictEqual(structuredClone(one), structuredClone(other));
}
