import * as errors from "../errors.js";
import type { Json, TypeTransformer } from "./transformer.js";

/** How many messages are nested in the literals or in the literal type of a type. */
export function depthOf({ depth = 0 }: TypeTransformer): number {
  return depth;
}

/** How many messages are nested in each other when JSON is written as a protobuf Struct. */
export function depthOfJson(json: Json): number {
  if (typeof json !== "object" || json === null) return 1;
  // A list needs two messages (the value and the list), an object three (the value, the struct and the entry).
  const around = Array.isArray(json) ? 2 : 3;
  let most = 0;
  for (const part of Object.values<Json>(json)) most = Math.max(most, depthOfJson(part));
  return around + most;
}

// Decoders fail at 100 nested messages, and a specification needs some of them around the type. This allows
// about 42 nested lists.
const DEEPEST = 85;

/** A transformer that is not nested too deep for protobuf. @throws `VALUE_TOO_DEEP` */
export function shallow<T>(transformer: TypeTransformer<T>): TypeTransformer<T> {
  if (depthOf(transformer) > DEEPEST)
    throw errors.VALUE_TOO_DEEP({ type: transformer.words, limit: DEEPEST });
  return transformer;
}
