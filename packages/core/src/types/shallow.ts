import { errors } from "../errors.js";
import { depthOf } from "./depth-of.js";
import type { TypeTransformer } from "./transformer.js";

// Decoders fail at 100 nested messages, and a specification needs some of them around the type. This allows
// about 42 nested lists.
const DEEPEST = 85;

/** A transformer that is not nested too deep for protobuf. @throws `VALUE_TOO_DEEP` */
export function shallow<T>(transformer: TypeTransformer<T>): TypeTransformer<T> {
  if (depthOf(transformer) > DEEPEST)
    throw errors.VALUE_TOO_DEEP({ type: transformer.words, limit: DEEPEST });
  return transformer;
}
