import type { TypeTransformer } from "../types/transformer.js";
import { noneTransformer } from "./none.js";
import { unionTransformer } from "./union.js";

/** A value or none: the union of a type and none. A field of this type has the default none. */
export function optionalTransformer(inner: TypeTransformer): TypeTransformer {
  return unionTransformer([inner, noneTransformer], { isNoneByDefault: true });
}
