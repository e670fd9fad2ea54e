import { describeLiteralType } from "../literals/describe-type.js";
import { SimpleType } from "../literals/idl-enums.js";
import { listOf, read, simpleOf, tagOf, type Type, variantsOf } from "../literals/read-type.js";
import { quote } from "../words/enumerate.js";
import { crash, FITS, misfit, type Outcome } from "./evaluation/outcome.js";

/** Compares two records. */
export type CastRecords = (from: Type, to: Type) => Outcome;

/**
 * Whether a type fits a simple type, an enum or a missing type. Two records are compared by `castRecords`.
 *
 * The order of the rules is the backend's. Only none fits none. An enum and a string fit each other. Then, if
 * `from` has a tag, the tags must be equal, and last the types must be equal.
 */
export function castSimple(from: Type, to: Type, castRecords: CastRecords): Outcome {
  const [source, wanted] = [simpleOf(from), simpleOf(to)];
  if (wanted === SimpleType.NONE) return source === wanted ? FITS : unlike(from, to);
  if (isEnum(from) && wanted === SimpleType.STRING) return FITS;
  if (isEnum(to) && source === SimpleType.STRING) return FITS;
  if (tagOf(from) !== "" && tagOf(from) !== tagOf(to)) return unlikeTags(from, to);
  if (source === SimpleType.STRUCT && source === wanted) return castRecords(from, to);
  // The backend compares the string forms of both types, and crashes if one of them is missing.
  if (from == null || to == null) return crash(() => "a type is missing");
  if (isEnum(from) && isEnum(to)) return castEnum(from, to);
  return source === wanted && from.type?.$case === to.type?.$case ? FITS : unlike(from, to);
}

function isEnum(type: Type): boolean {
  return type?.type?.$case === "enumType";
}

function castEnum(from: Type, to: Type): Outcome {
  const [values, wanted] = [valuesOf(from), valuesOf(to)];
  if (isSameList(values, wanted)) return FITS;
  return isReordered(values, wanted)
    ? unlike(from, to, () => "the order of the values matters")
    : unlike(from, to);
}

function valuesOf(type: Type): readonly string[] {
  return listOf(read(type, "enumType")?.values);
}

/** Whether two enums have the same values in another order. */
export function isReordered(from: readonly string[], to: readonly string[]): boolean {
  const isWithin = (some: readonly string[], others: readonly string[]): boolean =>
    some.every((value) => others.includes(value));
  return from.length === to.length && isWithin(from, to) && isWithin(to, from);
}

function isSameList(from: readonly string[], to: readonly string[]): boolean {
  return from.length === to.length && from.every((value, i) => value === to[i]);
}

/** The outcome for different types, with the reason if there is one. */
export function unlike(from: Type, to: Type, why = oddVariant(from, to)): Outcome {
  return misfit(() => {
    const since = why();
    const words = `${describeLiteralType(from)} is not ${describeLiteralType(to)}`;
    return since === undefined ? words : `${words}, since ${since}`;
  });
}

// The variant of a union that does not fit the wanted type.
function oddVariant(union: Type, wanted: Type): () => string | undefined {
  return () => {
    const variants = (variantsOf(union) ?? []).map(describeLiteralType);
    const odd = variants.includes("none")
      ? "none"
      : variants.find((each) => each !== describeLiteralType(wanted));
    return odd === undefined ? undefined : `it may be ${odd}`;
  };
}

function unlikeTags(from: Type, to: Type): Outcome {
  return misfit(() => {
    const words = describeLiteralType(from);
    if (words !== describeLiteralType(to)) return `${words} is not ${describeLiteralType(to)}`;
    const tag = tagOf(to) === "" ? "none" : quote(tagOf(to));
    return `${words} has the tag ${quote(tagOf(from))}, but ${tag} is wanted`;
  });
}
