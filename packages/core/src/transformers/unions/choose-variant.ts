import * as errors from "../../errors.js";
import { type FlytekitError, isFlytekitError } from "../../errors/flytekit-error.js";
import { type Chosen, isChosen } from "../../types/chosen.js";
import { refused } from "../../types/mismatch.js";
import { describeValue } from "../../words/describe-value.js";
import { errorInside } from "./error-inside.js";
import { remembered } from "./remembered.js";
import { unchecked } from "./unchecked.js";
import { type Union, unionOfVariants } from "./union-of.js";
import { dissolved, isSameOnWire, type Variant, variantOf } from "./variant.js";

/** A value, and the variant whose value it is. */
export interface Choice {
  readonly variant: Variant;
  readonly value: unknown;
}

/**
 * The one variant that takes a value: as in flytekit, every variant is tried.
 *
 * @throws `UNION_AMBIGUOUS` if several take it; `VALUE_TYPE_MISMATCH` if none does.
 */
export function chooseVariant(value: unknown, union: Union): Choice {
  const plain = plainVariant(value, union);
  if (plain !== undefined) return { variant: plain, value };
  if (typeof value === "object" && value !== null && isChosen(value)) return chosenVariant(value, union);
  if (union.only !== undefined) return { variant: union.only, value };
  let first: Variant | undefined;
  let possible = 0;
  for (const variant of union.variants) {
    if (variant.transformer.mayBe?.(value) === false) continue;
    first ??= variant;
    possible += 1;
  }
  if (first === undefined) throw refused(value, union.words);
  if (possible === 1) return { variant: first, value };
  const search = (): Variant => unchecked(() => oneOf(value, union));
  // Only an object can have other unions inside.
  const isObject = typeof value === "object" && value !== null;
  return { variant: isObject ? remembered([union, value, undefined], search) : search(), value };
}

/**
 * The variant of a value, if that is plain without a look at the others: a value or none of an optional, unless it is
 * an object, which may be a value of `t.as`.
 */
export function plainVariant(value: unknown, union: Union): Variant | undefined {
  if (typeof value === "object" && value !== null) return undefined;
  return union.none !== undefined && (value === undefined || value === null) ? union.none : union.only;
}

function oneOf(value: unknown, union: Union): Variant {
  const possible = union.variants.filter(({ transformer }) => transformer.mayBe?.(value) !== false);
  const failures: FlytekitError[] = [];
  const fitting = possible.filter(({ transformer }) => {
    try {
      // A value that has still to be stored is one that `toLiteral` does not take yet.
      if (transformer.storing?.(value) === undefined) transformer.toLiteral(value);
      return true;
    } catch (error) {
      if (!isFlytekitError(error)) throw error;
      failures.push(error);
      return false;
    }
  });
  // As in flytekit: a string is first of all a string, although it may name a file or be a value of an enum.
  const exact =
    typeof value === "string" ? fitting.filter(({ transformer }) => transformer.tag === "str") : [];
  const [best] = exact.length === 1 ? exact : fitting;
  if (best === undefined) throw errorInside(failures) ?? refused(value, union.words);
  if (fitting.length === 1 || exact.length === 1) return best;
  const candidates = fitting.map(({ transformer }) => transformer.words);
  throw errors.UNION_AMBIGUOUS({ path: "", given: describeValue(value), candidates });
}

function chosenVariant({ "~as": type, value }: Chosen, union: Union): Choice {
  const named = dissolved(type).map(variantOf);
  const variants = union.variants.filter((variant) => named.some((each) => isMeant(each, variant, union)));
  const [variant] = variants;
  if (variant === undefined) {
    const given = `a value of t.as for ${type.words}`;
    throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: union.words, given, fault: "no-variant" });
  }
  return variants.length === 1 ? { variant, value } : chooseVariant(value, unionOfVariants(variants));
}

// The type itself, or one that is declared once more and is the same for Flyte.
function isMeant(named: Variant, variant: Variant, { variants }: Union): boolean {
  if (variants.some((each) => isSameType(named, each))) return isSameType(named, variant);
  return isSameOnWire(named.type, variant.type);
}

function isSameType({ transformer: one }: Variant, { transformer: other }: Variant): boolean {
  return (one.resolve?.() ?? one) === (other.resolve?.() ?? other);
}
