import { errors } from "../errors.js";
import { resolveType } from "../schemas/resolve-type.js";
import { depthOf } from "../types/depth-of.js";
import type { TypeLike } from "../types/infer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withoutDefault } from "../types/without-default.js";

// Decoders fail at 100 nested messages, and a specification needs some of them around the type. This allows
// about 42 nested lists.
const DEEPEST = 85;

/** The transformer of a type that becomes a part of another: `part` is its name there, `of` the maker of the whole. */
export function innerType(type: TypeLike, part: string, of: string): TypeTransformer {
  return withoutDefault(resolveType(type, `the ${part} of ${of}`), part, of).transformer;
}

/** A transformer that is not nested too deep for protobuf. @throws `VALUE_TOO_DEEP` */
export function shallow<T>(transformer: TypeTransformer<T>): TypeTransformer<T> {
  if (depthOf(transformer) > DEEPEST)
    throw errors.VALUE_TOO_DEEP({ type: transformer.words, limit: DEEPEST });
  return transformer;
}
