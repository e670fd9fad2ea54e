import type { TypeTransformer } from "../types/transformer.js";
import { noneTransformer } from "./none.js";
import { unionTransformer } from "./union.js";

/** A value or none: the union of a type and none. */
export function optionalTransformer(inner: TypeTransformer): TypeTransformer {
  return unionTransformer([inner, noneTransformer]);
}
