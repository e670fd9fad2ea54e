import type { FlyteError } from "../transformers/error.js";
import type { Timestamp } from "../literals/timestamps.js";
import type { DatasetFormat } from "../types/dataset-format.js";
import type {
  FlyteType,
  HasFields,
  In,
  Inputs,
  Kind,
  Out,
  RecordKind,
  RecordOutput,
  Shape,
  TypeLike,
  Values,
} from "../types/infer.js";
import type {
  Dataset as Table,
  DatasetInput,
  DirectoryInput,
  FileInput,
  FlyteDirectory,
  FlyteFile,
} from "../types/kinds/handles.js";
import type { ExactRecord, JsonRecord } from "../types/kinds/json-values.js";
import type { JsonInput, JsonOutput } from "../types/kinds/json-schema/json-schema-value.js";
import type { KindOfJson } from "../types/kinds/json-schema/kind-of-json.js";
import type { KindOfNumbers } from "../types/kinds/kind-of-constants.js";
import type { Refused } from "../types/kinds/refused.js";
import type { StandardSchema } from "../types/kinds/standard-schema.js";
import * as choices from "./choice-type.js";
import * as containers from "./container-types.js";
import * as datasets from "./dataset-type.js";
import * as directories from "./directory-type.js";
import * as enums from "./enum-type.js";
import * as files from "./file-type.js";
import * as lazies from "./lazy-type.js";
import * as scalars from "./scalar-types.js";
import * as schemas from "./schema-type.js";
import * as structs from "./struct-type.js";
import * as unions from "./union-type.js";

// The members of `t`: makers of types, and the static types that they give. A program has those that it uses: a bundler
// leaves the others out, which it cannot do with the properties of an object.

type Scalar = string | number | bigint | boolean;

/**
 * Safe integers as `number`. With `{ bigint: true }`: 64-bit integers as `bigint`; callers may also write numbers.
 */
export const int: { (): Int; (options: { readonly bigint: true }): BigInt } = scalars.int as never;

/** Floats: any number, also NaN and the infinities. A promise of an int cannot be passed for a float. */
export const float: () => Float = scalars.float as never;

/** Strings. */
export const string: () => String = scalars.string as never;

export const boolean: () => Boolean = scalars.boolean as never;

/**
 * Points in time as `Date`. With `{ exact: true }`: as `{ seconds, nanos }`.
 *
 * A received `Date` keeps the nanoseconds that Flyte sends (see `FlyteDatetime`).
 */
export const datetime: { (): Datetime; (options: { readonly exact: true }): ExactDatetime } =
  scalars.datetime as never;

/**
 * Days, as `"2024-05-31"`, which Python's `date` is. A caller may also write a `Date`: its day in UTC is taken.
 */
export const date: () => Date = scalars.date as never;

/** Spans of time in milliseconds, to the microsecond. With `{ exact: true }`: nanoseconds as `bigint`. */
export const duration: { (): Duration; (options: { readonly exact: true }): ExactDuration } =
  scalars.duration as never;

/** No value at all. */
export const none: () => None = scalars.none as never;

/** The error that Flyte passes to a failure handler. */
export const error: () => Error = scalars.error as never;

/**
 * Bytes, which Python's `bytes` are: in a record the bytes themselves, elsewhere a file of them. A constant in the body
 * of a workflow is in its literal, where Python cannot read it. For much data `t.file()` is better: bytes are in memory.
 */
export const binary: () => Binary = scalars.binary as never;

/**
 * Records of any shape, which is flytekit's `dict`. Whole numbers are integers on the wire. With `{ exact: true }`
 * nothing of a Python value is lost: integers beyond 2^53 are `bigint`, whole floats `FlyteFloat`, bytes
 * `Uint8Array`, and records with keys that are no strings `Map`.
 */
export const json: { (): Json; (options: { readonly exact: true }): ExactJson } = scalars.json as never;

/** One of several strings. Their order is part of the type: for the backend another order is another type. */
export const enumType: <const V extends string>(
  values: readonly V[] & ([V] extends [never] ? Refused<"an enum has at least one value"> : unknown),
) => Enum<V> = enums.enumOf as never;

/**
 * One of several constants of one kind: strings, integers, booleans, or floats (a number that is no integer among
 * them, or `{ float: true }`). For Flyte it is a value of that kind, and only this type checks the choice.
 */
export const literal: {
  <const V extends Scalar>(values: readonly V[]): Literal<V, ConstantKind<V>>;
  <const V extends number>(values: readonly V[], options: { readonly float: true }): Literal<V, "float">;
} = choices.literal as never;

/** Lists of one type. In a call, values and promises may be mixed. */
export const list: <const X extends TypeLike>(element: X) => List<X> = containers.list as never;

/**
 * Maps from strings to one type. In a call, values and promises may be mixed. With `{ keys }`: maps from integers,
 * floats or booleans, as a `Map`; for Flyte these are untyped records.
 */
export const map: {
  <const X extends TypeLike>(value: X, options?: { readonly keys?: String }): Map<X>;
  <const X extends TypeLike, const K extends TypeLike>(
    value: X,
    options: { readonly keys: K },
  ): KeyedMap<K, X>;
} = containers.map as never;

/**
 * A value or none: callers may write `undefined` or `null`, and tasks receive `undefined`.
 *
 * A promise of an optional cannot be passed to an input that is required.
 */
export const optional: <const X extends TypeLike>(type: X) => Optional<X> = containers.optional as never;

/**
 * A value of one of several types. A value that fits two of them is refused as ambiguous; `t.as` says which one is
 * meant.
 */
export const union: <const X extends readonly [TypeLike, TypeLike, ...TypeLike[]]>(variants: X) => Union<X> =
  unions.union as never;

/** A value for a union, as a value of this variant. */
export const asVariant: <const X extends TypeLike>(type: X, value: In<X>) => As<Kind<X>> = unions.as as never;

/**
 * Records with named fields in this order.
 *
 * Python makes a class with this name. Two records with the same name should have the same fields. A class that
 * extends the type names it for TypeScript too: `class Person extends t.struct("Person", { age: t.int() }) {}`.
 */
export const struct: <const N extends string, S extends Shape>(
  name: N & (N extends "" ? Refused<"a record has a name"> : unknown),
  fields: S,
) => Struct<N, S> = structs.struct as never;

/**
 * The record type that `type` returns, which may be declared later: so a record can contain itself. TypeScript cannot
 * infer its value from itself, so the function says it. For Flyte it is a record of which nothing is known; a value may
 * be nested 250 times.
 *
 * @example
 * class Tree extends t.struct("Tree", { leaf: t.int(), trees: t.list(t.lazy((): t.Type<Tree> => Tree)) }) {}
 */
export const lazy: <T>(type: () => Type<T>) => Lazy<T> = lazies.lazy as never;

/**
 * Files. A task receives a `FlyteFile`, which reads nothing before it is asked to; a task returns a path, a URL, a
 * file that it received, or what is in it: bytes or a stream. `format` is the extension, such as `"csv"`.
 */
export const file: { (): File<"">; <const F extends string>(format: F): File<Extension<F>> } =
  files.file as never;

/** Directories of files, as `file`. */
export const directory: { (): Directory<"">; <const F extends string>(format: F): Directory<Extension<F>> } =
  directories.directory as never;

/**
 * Tables. A task receives a `Dataset`, whose rows it reads one by one, and returns rows, or a file of them.
 * `@flytekit-ts/datasets` reads and writes the formats.
 */
export const dataset: <C extends Shape = {}, const F extends string = "">(
  options?: DatasetOptions<C, F>,
) => Dataset<C, F> = datasets.dataset as never;

/**
 * The type that a JSON Schema describes, as an object or a schema of TypeBox. Write it where it is used, or with
 * `as const`: TypeScript reads the type of the values from it.
 */
export const schema: <const S extends object>(
  schema: S &
    (S extends StandardSchema ? Refused<"this schema is a type already: leave out t.schema"> : unknown),
) => Schema<S> = schemas.schema as never;

export { asVariant as as, enumType as enum };

type ConstantKind<V> = [V] extends [string] ? "string" : [V] extends [boolean] ? "boolean" : KindOfNumbers<V>;

// As flytekit: ".csv" is the format "csv".
type Extension<F extends string> = F extends `.${infer Rest}` | `~${infer Rest}` ? Extension<Rest> : F;

// A type without a format takes files of any. The default of a parameter, because the type would be invariant otherwise.
type AnyFormat<F extends string> = F extends "" ? string : F;

// Without columns, rows may have any.
type Row<C extends Shape> = [keyof C] extends [never] ? { readonly [column: string]: unknown } : Values<C>;
type RowInput<C extends Shape> = [keyof C] extends [never]
  ? { readonly [column: string]: unknown }
  : Inputs<C>;
// In Flyte every column may have missing values, so an optional column has the kind of the values that are there.
type Columns<C extends Shape> = [keyof C] extends [never]
  ? "any"
  : { [P in keyof C]: Exclude<Kind<C[P]>, "none"> };

export interface Int extends FlyteType<number, "int"> {}
export interface BigInt extends FlyteType<bigint, "int", bigint | number> {}
export interface Float extends FlyteType<number, "float"> {}
export interface String extends FlyteType<string, "string"> {}
export interface Boolean extends FlyteType<boolean, "boolean"> {}
export interface Datetime extends FlyteType<globalThis.Date, "datetime"> {}
export interface ExactDatetime extends FlyteType<Timestamp, "datetime"> {}
export interface Date extends FlyteType<string, "date", string | globalThis.Date> {}
export interface Duration extends FlyteType<number, "duration"> {}
export interface ExactDuration extends FlyteType<bigint, "duration"> {}
export interface None extends FlyteType<undefined, "none", undefined | null> {}
export interface Error extends FlyteType<FlyteError, "error"> {}
export interface Binary extends FlyteType<Uint8Array, "binary"> {}
export interface Json extends FlyteType<JsonRecord, "json"> {}
export interface ExactJson extends FlyteType<ExactRecord, "json"> {}
export interface Enum<V extends string> extends FlyteType<V, { enum: V }> {}
export interface Literal<V, P> extends FlyteType<V, { choice: V; of: P }> {}
export interface List<X extends TypeLike> extends FlyteType<Out<X>[], { list: Kind<X> }, readonly In<X>[]> {}
export interface Map<X extends TypeLike> extends FlyteType<
  Record<string, Out<X>>,
  { map: Kind<X> },
  Readonly<Record<string, In<X>>>
> {}
export interface KeyedMap<K extends TypeLike, X extends TypeLike> extends FlyteType<
  globalThis.Map<Out<K>, Out<X>>,
  "json",
  ReadonlyMap<In<K>, In<X>>
> {}
export interface Optional<X extends TypeLike> extends FlyteType<
  Out<X> | undefined,
  Kind<X> | "none",
  In<X> | undefined | null
> {}
export interface Union<X extends readonly TypeLike[]> extends FlyteType<
  Out<X[number]>,
  Kind<X[number]>,
  In<X[number]> | As<Kind<X[number]>>
> {}
/** A value with the variant of a union for which it is meant. */
export interface As<out K> {
  readonly "~as": K;
}
export interface Lazy<T> extends FlyteType<T, { lazy: T }> {}
/** Any type with the value `T`: what the function of `t.lazy` returns. */
export interface Type<T> extends FlyteType<T, unknown, unknown> {}
export interface File<F extends string, G extends string = AnyFormat<F>> extends FlyteType<
  FlyteFile<F>,
  { file: F },
  FileInput<G>
> {}
export interface Directory<F extends string, G extends string = AnyFormat<F>> extends FlyteType<
  FlyteDirectory<F>,
  { directory: F },
  DirectoryInput<G>
> {}
export interface DatasetOptions<C extends Shape, F extends string> {
  /** The columns that are read or written. Without them, a dataset may have any. */
  readonly columns?: C;
  /** The format: `"parquet"`, `"csv"`, `"jsonl"`. Without it, any that arrives. */
  readonly format?: F;
  /** The formats that can be read and written. `dataset` of `@flytekit-ts/datasets` is `t.dataset` with all of its. */
  readonly formats?: readonly DatasetFormat[];
}
export interface Dataset<C extends Shape, F extends string> extends FlyteType<
  Table<Row<C>>,
  { dataset: { columns: Columns<C>; format: F } },
  DatasetInput<Row<C>, RowInput<C>>
> {}
export interface Schema<S> extends FlyteType<JsonOutput<S>, KindOfJson<S>, JsonInput<S>> {}
/**
 * The type of records with the fields `S`.
 *
 * A class can extend it. Then declarations, hovers and the compiler's messages show the name of the class where they
 * would otherwise show all fields. Values are plain objects all the same.
 */
export interface Struct<N extends string, S extends Shape>
  extends FlyteType<Values<S>, RecordKind<HasFields<S>>, Inputs<S>>, HasFields<S> {
  readonly "~name": N;
  new (
    value: Refused<"a value of a record is a plain object; write it without `new`">,
  ): RecordOutput<Struct<N, S>>;
}
