import type { JsonSchema, TypeTransformer } from "../../types/transformer.js";
import { describeUnion } from "../../words/enumerate.js";
import { kindsOf, type PackedKinds } from "./packed-kinds.js";
import { dissolved, isSameOnWire, type Variant, variantOf } from "./variant.js";

/** The variants of a union, with what is asked of them for each value. */
export interface Union {
  readonly variants: readonly Variant[];
  readonly words: string;
  /** The variant without a value, if there is one. */
  readonly none: Variant | undefined;
  /** The variant of all other values, if there is only one. */
  readonly only: Variant | undefined;
  readonly jsonSchema: JsonSchema | undefined;
  /** What each variant may be in a record. */
  readonly kinds: ReadonlyMap<Variant, PackedKinds>;
  /** The variants that may look like another in a record. */
  readonly confusable: ReadonlySet<Variant>;
}

/** The union of these types, in order. As in Python, unions in it dissolve, and what occurs twice is one variant. */
export function unionOf(types: readonly TypeTransformer[]): Union {
  const variants: Variant[] = [];
  for (const variant of types.flatMap(dissolved).map(variantOf)) {
    if (!variants.some((known) => isSame(known, variant))) variants.push(variant);
  }
  return unionOfVariants(variants);
}

/** The union of some of the variants of a union. */
export function unionOfVariants(variants: readonly Variant[]): Union {
  const isNone = ({ transformer }: Variant): boolean => transformer.tag === "none";
  const others = variants.filter((variant) => !isNone(variant));
  const none = variants.find(isNone);
  const kinds = new Map(variants.map((variant) => [variant, kindsOf(variant.transformer.jsonSchema)]));
  const schemas = variants.map(({ transformer }) => transformer.jsonSchema);
  return {
    variants,
    // Not a constant: the words of a type that is declared later are not known yet.
    get words() {
      return describeUnion(others, none !== undefined, ({ transformer }) => transformer.words);
    },
    none,
    only: others.length === 1 ? others[0] : undefined,
    jsonSchema: schemas.every((schema) => schema !== undefined) ? { anyOf: schemas } : undefined,
    kinds,
    confusable: confusable(kinds),
  };
}

function isSame(one: Variant, other: Variant): boolean {
  if (one.transformer === other.transformer) return true;
  if (one.transformer.resolve !== undefined || other.transformer.resolve !== undefined) return false;
  // Words last: those of a list of records that are declared later are not known yet.
  return isSameOnWire(one.type, other.type) && one.transformer.words === other.transformer.words;
}

function confusable(kinds: ReadonlyMap<Variant, PackedKinds>): ReadonlySet<Variant> {
  const isLike = (one: PackedKinds, other: PackedKinds): boolean =>
    one === undefined || other === undefined || [...one].some((kind) => other.has(kind));
  const all = [...kinds];
  const found = all.filter(([variant, own]) =>
    all.some(([other, its]) => other !== variant && isLike(own, its)),
  );
  return new Set(found.map(([variant]) => variant));
}
