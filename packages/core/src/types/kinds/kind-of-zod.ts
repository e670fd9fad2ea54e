import type { FieldKind } from "./field-kind.js";
import type { KindOfConstants, KindOfEnum } from "./kind-of-constants.js";
import type { KindOfValue } from "./kind-of-value.js";

/**
 * The kind of a schema of zod 4 (also `zod/mini`), whose types say what it is made of: `z.int()` stays an int inside
 * objects and arrays. `z.number()` fits ints and floats, because `z.number().int()` has the same type.
 */
export type KindOfZod<X> = X extends { readonly _zod: { readonly def: infer D; readonly output: infer O } }
  ? D extends { readonly type: infer N }
    ? IsOne<N> extends true
      ? N extends keyof Kinds<D, O>
        ? Kinds<D, O>[N]
        : KindOfValue<O>
      : KindOfValue<O>
    : never
  : never;

// A schema that is only known as some schema, such as `z.ZodType<Tree>`, may be of any kind.
type IsOne<N> = "string" | "lazy" extends N ? false : true;

/** The kinds of schemas by the name that zod gives them. `D` is what a schema is made of, `O` its value. */
interface Kinds<D, O> {
  readonly string: "string";
  readonly template_literal: "string";
  readonly number: NumberKind<Part<D, "format">>;
  readonly nan: "float";
  readonly bigint: "int";
  readonly boolean: "boolean";
  readonly date: "datetime";
  readonly enum: KindOfEnum<O>;
  readonly literal: KindOfConstants<Exclude<O, null>> | None<O>;
  readonly null: "none";
  readonly undefined: "none";
  readonly void: "none";
  readonly array: { list: KindOfZod<Part<D, "element">> };
  readonly record: MapKind<Part<D, "valueType">>;
  readonly object: { struct: ShapeKind<Part<D, "shape">> };
  readonly optional: Inner<D> | "none";
  readonly nullable: Inner<D> | "none";
  readonly nonoptional: Unless<O, Inner<D>>;
  readonly default: Unless<O, Inner<D>>;
  readonly prefault: Unless<O, Inner<D>>;
  readonly catch: Unless<O, Inner<D>>;
  readonly readonly: Inner<D>;
  readonly lazy: D extends { readonly getter: () => infer X } ? KindOfZod<X> : never;
  readonly union: D extends { readonly options: readonly (infer X)[] } ? KindOfZod<X> : never;
  readonly pipe: PipeKind<Part<D, "in">, Part<D, "out">>;
}

type Part<D, P> = P extends keyof D ? D[P] : never;
// A map to anything is an untyped record.
type MapKind<X> = X extends { readonly _zod: { readonly output: infer V } }
  ? unknown extends V
    ? "json"
    : { map: KindOfZod<X> }
  : never;
type Inner<D> = KindOfZod<Part<D, "innerType">>;
type ShapeKind<S> = { -readonly [P in keyof S]: FieldKind<KindOfZod<S[P]>> };
type Unless<O, K> = [None<O>] extends [never] ? Exclude<K, "none"> : K;
type None<O> = null extends O ? "none" : undefined extends O ? "none" : never;

// Versions of zod that do not tell the formats apart have all of them here, and `z.number()` has none.
type NumberKind<F> = [F] extends [never]
  ? "number"
  : [F] extends ["safeint" | "int32" | "uint32"]
    ? "int"
    : [F] extends ["float32" | "float64"]
      ? "float"
      : "number";

// A codec is written down as what it decodes. What is preprocessed is written down as what comes of it.
type PipeKind<In, Out> = In extends { readonly _zod: { readonly def: { readonly type: "transform" } } }
  ? KindOfZod<Out>
  : KindOfZod<In>;
