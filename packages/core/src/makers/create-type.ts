import { atCaller } from "../errors/at-caller.js";
import { isPlainObject } from "../words/plain-object.js";
import { assertTransformer } from "./create/assert-transformer.js";
import type { FlyteType } from "../types/infer.js";
import { placeOfCaller } from "../source/source-location.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withDepth } from "./create/declared-depth.js";
import { makeType, type RuntimeType } from "../types/runtime-type.js";

/**
 * Make a type from a transformer of your own.
 *
 * `T` is the value that a task receives, and `I` is the value that a caller may write. `K` is the kind, with which
 * the type checker decides which promises may be passed for the type: give a new type a new kind. For a type whose
 * values are converted to and from those of an existing type, `deriveType` is shorter.
 *
 * `checkType` tests such a type.
 *
 * @throws `OPTION_INVALID` for a transformer with a missing or wrong part, at the caller's line. A literal that is nested
 * deeper than its `depth` says is one, too, when it is made.
 */
export function createType<T, K, I = T>(runtime: RuntimeType<T>): FlyteType<T, K, I> {
  return atCaller(createType, () => {
    const { transformer, ...rest } = partsOf(runtime);
    assertTransformer(transformer);
    return makeType<T, K, I>({ ...rest, transformer: withDepth(transformer, placeOfCaller(createType)) });
  });
}

function partsOf<T>(runtime: RuntimeType<T>): RuntimeType<T> {
  return isPlainObject(runtime) ? runtime : { transformer: undefined as unknown as TypeTransformer<T> };
}
