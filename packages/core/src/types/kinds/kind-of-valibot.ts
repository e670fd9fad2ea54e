import type { FieldKind } from "./field-kind.js";
import type { KindOfConstants, KindOfEnum } from "./kind-of-constants.js";
import type { KindOfValue } from "./kind-of-value.js";
import type { SchemaOutput } from "./standard-schema.js";

/**
 * The kind of a schema of valibot, whose types say what it is made of: `v.pipe(v.number(), v.integer())` is an int,
 * also inside objects and arrays, and `v.number()` is a float.
 */
export type KindOfValibot<X> = X extends { readonly kind: "schema"; readonly type: infer N }
  ? N extends keyof Kinds<X>
    ? Kinds<X>[N]
    : KindOfValue<SchemaOutput<X>>
  : never;

/** The kinds of schemas by the name that valibot gives them. */
interface Kinds<X> {
  readonly string: "string";
  readonly number: NumberKind<X>;
  readonly nan: "float";
  readonly bigint: "int";
  readonly boolean: "boolean";
  readonly date: "datetime";
  readonly enum: KindOfEnum<SchemaOutput<X>>;
  readonly picklist: KindOfEnum<SchemaOutput<X>>;
  readonly literal: KindOfConstants<Part<X, "literal">>;
  readonly array: { list: KindOfValibot<Part<X, "item">> };
  readonly record: MapKind<Part<X, "value">>;
  readonly object: { struct: Entries<X> };
  readonly loose_object: { struct: Entries<X> };
  readonly strict_object: { struct: Entries<X> };
  readonly object_with_rest: { struct: Entries<X> };
  readonly optional: Optional<X>;
  readonly exact_optional: Optional<X>;
  readonly undefinedable: Optional<X>;
  readonly nullable: Optional<X>;
  readonly nullish: Optional<X>;
  readonly non_optional: Optional<X>;
  readonly non_nullable: Optional<X>;
  readonly non_nullish: Optional<X>;
  readonly lazy: X extends { readonly getter: (input: unknown) => infer Y } ? KindOfValibot<Y> : never;
  readonly union: Options<X>;
  readonly variant: Options<X>;
}

type Part<X, P> = P extends keyof X ? X[P] : never;
// A map to anything is an untyped record.
type MapKind<X> = unknown extends SchemaOutput<X> ? "json" : { map: KindOfValibot<X> };
type Options<X> = X extends { readonly options: readonly (infer Y)[] } ? KindOfValibot<Y> : never;
type Entries<X> = X extends { readonly entries: infer S }
  ? { -readonly [P in keyof S]: FieldKind<KindOfValibot<S[P]>> }
  : never;

// With a default, the value is always there.
type Optional<X> = Exclude<KindOfValibot<Part<X, "wrapped">>, "none"> | Nothing<SchemaOutput<X>>;
type Nothing<O> = null extends O ? "none" : undefined extends O ? "none" : never;

type NumberKind<X> = X extends { readonly pipe: readonly (infer Y)[] }
  ? Extract<Y, { readonly type: "integer" | "safe_integer" }> extends never
    ? "float"
    : "int"
  : "float";
