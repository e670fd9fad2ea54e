import { errors } from "../../errors.js";
import { type FlytekitError, isFlytekitError } from "../../errors/flytekit-error.js";
import { type Chosen, isChosen } from "../../types/chosen.js";
import { refused } from "../../types/mismatch.js";
import { describeValue } from "../../words/describe-value.js";
import { errorInside } from "./error-inside.js";
import { remembered } from "./remembered.js";
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
  if (typeof value === "object" && value !== null) {
    if (isChosen(value)) return chosenVariant(value, union);
  } else if (union.none !== undefined && (value === undefined || value === null)) {
    return { variant: union.none, value };
  }
  if (union.only !== undefined) return { variant: union.only, value };
  const possible = union.variants.filter(({ transformer }) => transformer.mayBe?.(value) !== false);
  const [first] = possible;
  if (first === undefined) throw refused(value, union.words);
  if (possible.length === 1) return { variant: first, value };
  const search = (): Variant => oneOf(possible, value, union);
  // Only an object can have other unions inside.
  const variant = typeof value === "object" ? remembered(union, value, search) : search();
  return { variant, value };
}

function oneOf(possible: readonly Variant[], value: unknown, union: Union): Variant {
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
  const variants = union.variants.filter((variant) =>
    named.some((each) => each.transformer === variant.transformer || isSameOnWire(each.type, variant.type)),
  );
  const [variant] = variants;
  if (variant === undefined) {
    const given = `a value of t.as for ${type.words}`;
    throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: union.words, given, fault: "no-variant" });
  }
  return variants.length === 1 ? { variant, value } : chooseVariant(value, unionOfVariants(variants));
}
