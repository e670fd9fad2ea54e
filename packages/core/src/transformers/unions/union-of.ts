import type { JsonSchema, TypeTransformer } from "../../types/transformer.js";
import { describeUnion } from "../../words/enumerate.js";
import { type Kind, kindsOf, type PackedKinds } from "./packed-kinds.js";
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
  /** The variants that may look like another in a record. */
  readonly confusable: ReadonlySet<Variant>;
  /** The variants that may be of this kind of MessagePack in a record. */
  ofKind(kind: Kind): readonly Variant[];
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
  return new Variants(variants);
}

// A program declares many unions and converts values of few, so what only values need is not worked out before.
class Variants implements Union {
  readonly variants: readonly Variant[];
  readonly none: Variant | undefined;
  readonly only: Variant | undefined;
  readonly jsonSchema: JsonSchema | undefined;
  #kinds: ReadonlyMap<Variant, PackedKinds> | undefined;
  #confusable: ReadonlySet<Variant> | undefined;
  #ofKind: Map<Kind, readonly Variant[]> | undefined;

  constructor(variants: readonly Variant[]) {
    this.variants = variants;
    const others = variants.filter((variant) => !isNone(variant));
    this.none = variants.find(isNone);
    this.only = others.length === 1 ? others[0] : undefined;
    const schemas = variants.map(({ transformer }) => transformer.jsonSchema);
    this.jsonSchema = schemas.every((schema) => schema !== undefined) ? { anyOf: schemas } : undefined;
  }

  // Not worked out once: the words of a type that is declared later are not known yet.
  get words(): string {
    const others = this.variants.filter((variant) => !isNone(variant));
    return describeUnion(others, this.none !== undefined, ({ transformer }) => transformer.words);
  }

  get confusable(): ReadonlySet<Variant> {
    return (this.#confusable ??= confusable(this.#kindsOf()));
  }

  ofKind(kind: Kind): readonly Variant[] {
    this.#ofKind ??= new Map();
    let found = this.#ofKind.get(kind);
    if (found === undefined) {
      found = this.variants.filter((variant) => this.#kindsOf().get(variant)?.has(kind) !== false);
      this.#ofKind.set(kind, found);
    }
    return found;
  }

  #kindsOf(): ReadonlyMap<Variant, PackedKinds> {
    return (this.#kinds ??= new Map(
      this.variants.map((variant) => [variant, kindsOf(variant.transformer.jsonSchema)]),
    ));
  }
}

function isNone({ transformer }: Variant): boolean {
  return transformer.tag === "none";
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
