import { describeLiteralType } from "../literals/describe-type.js";
import { simpleOf, type Type, variantsOf } from "../literals/read-type.js";
import { unlike } from "./cast-simple.js";
import type { Answering, Question } from "./evaluation/evaluate.js";
import { FITS, misfit, type Outcome, type Place } from "./evaluation/outcome.js";

/** Whether a type fits a union: every variant of a union must fit a variant, and any other type exactly one. */
export function* castToUnion(from: Type, to: Type): Answering<Type> {
  const variants = variantsOf(from);
  if (variants === undefined) return yield* castValue(from, to);
  for (const variant of variants) {
    const outcome = yield* castVariant(variant, variantsOf(to) ?? []);
    if (outcome === undefined) return unlike(from, to, () => `it may be ${describeLiteralType(variant)}`);
    if (outcome.verdict !== "castable") return outcome;
  }
  return FITS;
}

/**
 * Casts a union with one variant in two ways: first as that variant, then as the union.
 *
 * The backend does so for whole types and for variants, but not for the elements of lists and the like.
 */
export function* castWhole(from: Type, to: Type, place?: Place): Answering<Type> {
  const variants = variantsOf(from);
  if (variants?.length === 1) {
    const outcome = yield { from: variants[0], to, place };
    if (outcome.verdict === "castable") return outcome;
  }
  return yield { from, to, place };
}

function* castValue(from: Type, to: Type): Answering<Type> {
  let fitting: { readonly type: Type } | undefined;
  let reason: Outcome | undefined;
  for (const type of variantsOf(to) ?? []) {
    const outcome = yield* castWhole(from, type, placeOf(type));
    if (outcome.verdict !== "castable") reason ??= isAlike(from, type) ? outcome : undefined;
    else if (fitting === undefined) fitting = { type };
    else return ambiguous(from, fitting.type, type);
  }
  return fitting === undefined ? (reason ?? unlike(from, to)) : FITS;
}

// Undefined if no wanted variant fits and none is of the same kind, so there is no better reason to report.
function* castVariant(
  from: Type,
  wanted: readonly Type[],
): Generator<Question<Type>, Outcome | undefined, Outcome> {
  let reason: Outcome | undefined;
  for (const type of wanted) {
    const outcome = yield* castWhole(from, type, placeOf(from));
    if (outcome.verdict === "castable") return outcome;
    reason ??= isAlike(from, type) ? outcome : undefined;
  }
  return reason;
}

function placeOf(variant: Type): Place {
  return () => `variant ${describeLiteralType(variant)}`;
}

function isAlike(from: Type, to: Type): boolean {
  return from?.type?.$case === to?.type?.$case && simpleOf(from) === simpleOf(to);
}

function ambiguous(from: Type, one: Type, other: Type): Outcome {
  return misfit(() => {
    const both = `${describeLiteralType(one)} and ${describeLiteralType(other)}`;
    return `${describeLiteralType(from)} fits both ${both}, and the backend cannot tell which is meant`;
  });
}
