import type { JsonRecord } from "../json-values.js";
import type {
  ConstantsOf,
  IsEmptyRecord,
  Part,
  PresentOf,
  PropertiesOf,
  RequiredOf,
  TypeOf,
  ValuesOf,
  VariantsOf,
} from "./json-schema-parts.js";

/** The value of a JSON Schema, as a task receives it. */
export type JsonOutput<S> = Value<S, "output">;

/** What may be written for a JSON Schema: a field with a default may be left out. */
export type JsonInput<S> = Value<S, "input">;

type Side = "input" | "output";

// TypeBox 0.34 tells the value itself.
type Value<S, D extends Side> = S extends { readonly static: infer T; readonly params: unknown }
  ? T
  : | Nullable<S>
    | ([ConstantsOf<S>] extends [never]
        ? [VariantsOf<S>] extends [never]
          ? S extends { readonly allOf: readonly (infer X)[] }
            ? All<X, D>
            : OfType<S, TypeOf<S>, D>
          : ValueOfEach<VariantsOf<S>, D>
        : ConstantsOf<S>);

type Nullable<S> = S extends { readonly nullable: true } ? null : never;
type ValueOfEach<X, D extends Side> = X extends unknown ? Value<X, D> : never;
type All<X, D extends Side> = (X extends unknown ? (value: Value<X, D>) => void : never) extends (
  value: infer T,
) => void
  ? T
  : never;

// With `type: string`, which type it is is not known.
type OfType<S, N, D extends Side> = string extends N
  ? unknown
  : N extends keyof Values<S, D>
    ? Values<S, D>[N]
    : unknown;

interface Values<S, D extends Side> {
  readonly string: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  readonly null: null;
  readonly array: ListOf<Part<S, "items">, D>;
  readonly object: ObjectOf<S, D>;
}

type ListOf<X, D extends Side> = [X] extends [never]
  ? unknown[]
  : D extends "input"
    ? readonly Value<X, D>[]
    : Value<X, D>[];

type ObjectOf<S, D extends Side> = [keyof PropertiesOf<S>] extends [never]
  ? [ValuesOf<S>] extends [never]
    ? IsEmptyRecord<S> extends true
      ? {}
      : JsonRecord
    : { readonly [key: string]: Value<ValuesOf<S>, D> }
  : Fields<PropertiesOf<S>, D extends "input" ? RequiredOf<S> : PresentOf<S>, D>;

// One type and not two, because messages and hovers show it.
type Fields<P, R, D extends Side> = {
  readonly [N in Extract<keyof P, R>]: Value<P[N], D>;
} & {
  readonly [N in Exclude<keyof P, R>]?: Value<P[N], D> | (D extends "input" ? undefined : never);
} extends infer T
  ? { [N in keyof T]: T[N] }
  : never;
