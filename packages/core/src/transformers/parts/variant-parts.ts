import * as errors from "../../errors.js";
import { chosen } from "../../types/chosen.js";
import type { Storing, TypeTransformer } from "../../types/transformer.js";
import { chooseVariant } from "../unions/choose-variant.js";
import type { Reading } from "../unions/one-reading.js";
import { remembering } from "../unions/remembered.js";
import type { Union } from "../unions/union-of.js";

interface VariantParts extends Pick<TypeTransformer, "storing" | "load"> {
  /** The value of a reading. Which variant read it is kept for `load`. */
  found(reading: Reading): unknown;
}

/** `storing` and `load` of unions, if one of their variants has them. */
export function variantParts(union: Union): VariantParts {
  const has = (method: "storing" | "load"): boolean =>
    union.variants.some(({ transformer }) => transformer[method] !== undefined);
  const storing = has("storing") ? { storing: (value: unknown) => storingVariant(value, union) } : {};
  if (!has("load")) return { ...storing, found: valueOf };
  // What is loaded is a handle or contains some, so it is an object.
  const readAs = new WeakMap<object, TypeTransformer>();
  return {
    ...storing,
    found({ variant, value }) {
      if (typeof value === "object" && value !== null) readAs.set(value, variant.transformer);
      return value;
    },
    async load(value, store) {
      const transformer = typeof value === "object" && value !== null ? readAs.get(value) : undefined;
      return transformer?.load === undefined ? value : transformer.load(value, store);
    },
  };
}

function valueOf({ value }: Reading): unknown {
  return value;
}

function storingVariant(given: unknown, union: Union): Storing | undefined {
  try {
    const { variant, value } = remembering(() => chooseVariant(given, union));
    const work = variant.transformer.storing?.(value);
    // The stored value alone may fit another variant, too.
    return work && (async (store) => chosen(variant.transformer, await work(store)));
  } catch (error) {
    // Without the variants that still store it, the value might fit only one, so the type would not refuse it.
    if (errors.UNION_AMBIGUOUS.is(error)) return () => Promise.reject(error);
    if (errors.VALUE_TYPE_MISMATCH.is(error)) return undefined;
    throw error;
  }
}
