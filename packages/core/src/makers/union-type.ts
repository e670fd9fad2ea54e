import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { resolveType } from "../schemas/resolve-type.js";
import { unionTransformer } from "../transformers/union.js";
import { dissolved, isSameOnWire, variantOf } from "../transformers/unions/variant.js";
import { type Chosen, chosen } from "../types/chosen.js";
import type { FlyteType, TypeLike } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { describeValue } from "../words/describe-value.js";
import { shallow } from "../types/depth-of.js";
import { innerType } from "./inner-type.js";

const ADVICE = "Give a list of two types or more: `t.union([t.int(), t.string()])`.";

/** Makes `t.union`. @throws `OPTION_INVALID`, `TYPE_UNKNOWN`, `VALUE_TOO_DEEP`. */
export function union(variants: readonly TypeLike[]): FlyteType<unknown, unknown> {
  return atCaller(union, () => {
    if (!Array.isArray(variants) || variants.length === 0) {
      const params = { at: "t.union", option: "variants", wanted: "a list of types", given: variants };
      throw errors.OPTION_INVALID({ ...params, inWords: describeValue(variants), advice: ADVICE });
    }
    const types = Array.from(variants, (type, i) => innerType(type, `variant ${i + 1}`, "t.union"));
    assertDistinct(types);
    return makeType({ transformer: shallow(unionTransformer(types)) });
  });
}

// Flyte could not tell which of the two a value is, and would take no promise of either.
function assertDistinct(types: readonly TypeTransformer[]): void {
  const variants = types.flatMap(dissolved).map(variantOf);
  for (const [i, one] of variants.entries()) {
    for (const other of variants.slice(i + 1)) {
      const [first, second] = [one.transformer, other.transformer];
      // What is declared later is known only by its values.
      if (first.resolve !== undefined || second.resolve !== undefined) continue;
      if (first === second || first.words === second.words || !isSameOnWire(one.type, other.type)) continue;
      const inWords = `${first.words} and ${second.words}, which are the same for Flyte`;
      const params = { at: "t.union", option: "variants", wanted: "different types", given: types, inWords };
      throw errors.OPTION_INVALID({ ...params, advice: "Declare one of them only." });
    }
  }
}

/** Makes `t.as`. @throws `TYPE_UNKNOWN` */
export function as(type: TypeLike, value: unknown): Chosen {
  return atCaller(as, () => chosen(resolveType(type, "the type of t.as").transformer, value));
}
