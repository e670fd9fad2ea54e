import type { FieldKind } from "../field-kind.js";
import type { KindOfConstants, KindOfEnum } from "../kind-of-constants.js";
import type {
  ConstantsOf,
  IsEmptyRecord,
  Part,
  PresentOf,
  PropertiesOf,
  TypeOf,
  ValuesOf,
  VariantsOf,
} from "./json-schema-parts.js";

/** The kind of a JSON Schema: `integer` is an int and `number` a float, at any depth. */
export type KindOfJson<S> =
  | Nullable<S>
  | ([ConstantsOf<S>] extends [never]
      ? [VariantsOf<S>] extends [never]
        ? OfType<S, TypeOf<S>>
        : KindOfEach<VariantsOf<S>>
      : OfConstants<S, Exclude<ConstantsOf<S>, null>> | (null extends ConstantsOf<S> ? "none" : never));

type Nullable<S> = S extends { readonly nullable: true } ? "none" : never;
type KindOfEach<X> = X extends unknown ? KindOfJson<X> : never;
type OfConstants<S, C> = S extends { readonly const: unknown } ? KindOfConstants<C> : KindOfEnum<C>;

// What is not known here is compared when the workflow is compiled.
type OfType<S, N> = string extends N ? "any" : N extends keyof Kinds<S> ? Kinds<S>[N] : "any";

interface Kinds<S> {
  readonly string: "string";
  readonly integer: "int";
  readonly number: "float";
  readonly boolean: "boolean";
  readonly null: "none";
  readonly array: [Part<S, "items">] extends [never] ? "any" : { list: KindOfJson<Part<S, "items">> };
  readonly object: ObjectKind<S>;
}

type ObjectKind<S> = [keyof PropertiesOf<S>] extends [never]
  ? [ValuesOf<S>] extends [never]
    ? IsEmptyRecord<S> extends true
      ? { struct: {} }
      : "json"
    : { map: KindOfJson<ValuesOf<S>> }
  : {
      struct: {
        -readonly [N in keyof PropertiesOf<S>]: FieldKind<
          KindOfJson<PropertiesOf<S>[N]> | (N extends PresentOf<S> ? never : "none")
        >;
      };
    };
