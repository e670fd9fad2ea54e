import { describeLiteralType } from "../literals/describe-type.js";
import { SimpleType } from "../literals/idl-enums.js";
import { listOf, read, simpleOf, tagOf, type Type, variantsOf } from "../literals/read-type.js";
import { quote } from "../words/enumerate.js";
import { crash, FITS, misfit, type Outcome } from "./evaluation/outcome.js";

/** Compares two records. */
export type CastRecords = (from: Type, to: Type) => Outcome;

/**
 * Whether a type fits a simple type, an enum, or what has no type at all; two records are left to
 * `castRecords`.
 *
 * The order is the backend's: none is only none, an enum and a string go for each other, then the tags have
 * to be equal if `from` has one, and then the types.
 */
export function castSimple(from: Type, to: Type, castRecords: CastRecords): Outcome {
  const [source, wanted] = [simpleOf(from), simpleOf(to)];
  if (wanted === SimpleType.NONE) return source === wanted ? FITS : unlike(from, to);
  if (isEnum(from) && wanted === SimpleType.STRING) return FITS;
  if (isEnum(to) && source === SimpleType.STRING) return FITS;
  if (tagOf(from) !== "" && tagOf(from) !== tagOf(to)) return unlikeTags(from, to);
  if (source === SimpleType.STRUCT && source === wanted) return castRecords(from, to);
  // The backend compares the texts of both, and there is nothing to make one of.
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
  const isReordered = isSameList(values.toSorted(), wanted.toSorted());
  return isReordered ? unlike(from, to, () => "the order of the values counts") : unlike(from, to);
}

function valuesOf(type: Type): readonly string[] {
  return listOf(read(type, "enumType")?.values);
}

function isSameList(from: readonly string[], to: readonly string[]): boolean {
  return from.length === to.length && from.every((value, i) => value === to[i]);
}

/** The outcome for types that are not alike, and perhaps the reason why. */
export function unlike(from: Type, to: Type, why = oddVariant(from, to)): Outcome {
  return misfit(() => {
    const since = why();
    const words = `${describeLiteralType(from)} is not ${describeLiteralType(to)}`;
    return since === undefined ? words : `${words}, since ${since}`;
  });
}

// The variant that keeps a union from being the one type that is wanted.
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
    return `${words} has the tag ${quote(tagOf(from))}, and ${tag} is wanted`;
  });
}
