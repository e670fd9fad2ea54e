import { atCaller } from "../errors/at-caller.js";
import { isPlainObject } from "../words/plain-object.js";
import { assertTransformer } from "./assert-transformer.js";
import type { FlyteType } from "../types/infer.js";
import { makeType, type RuntimeType } from "../types/runtime-type.js";

/**
 * Make a type from a transformer of your own.
 *
 * `T` is the value that a task receives, and `I` is the value that a caller may write. `K` is the kind, with which
 * the type checker decides which promises may be passed for the type: give a new type a new kind. For a type whose
 * values are converted to and from those of an existing type, `deriveType` is shorter.
 *
 * @throws `OPTION_INVALID` for a transformer with a missing or wrong part, at the caller's line.
 */
export function createType<T, K, I = T>(runtime: RuntimeType<T>): FlyteType<T, K, I> {
  return atCaller(createType, () => {
    assertTransformer(isPlainObject(runtime) ? runtime.transformer : undefined);
    return makeType<T, K, I>(runtime);
  });
}
