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

// Declared apart from the code: a bundler can leave out members of a module, and not properties of an object; declarations
// that tsc writes for authors can name what is in a namespace, and not what is in a module that is exported as one
// (docs/decisions/0040-declare-t-apart.md).

type Scalar = string | number | bigint | boolean;

/** The members of `t`. */
interface TypeMakers {
  /**
   * Safe integers as `number`. With `{ bigint: true }`: 64-bit integers as `bigint`; callers may also write numbers.
   */
  readonly int: { (): t.Int; (options: { readonly bigint: true }): t.BigInt };
  /** Floats: any number, also NaN and the infinities. A promise of an int cannot be passed for a float. */
  readonly float: () => t.Float;
  /** Strings. */
  readonly string: () => t.String;
  readonly boolean: () => t.Boolean;
  /**
   * Points in time as `Date`. With `{ exact: true }`: as `{ seconds, nanos }`.
   *
   * A received `Date` keeps the nanoseconds that Flyte sends (see `FlyteDatetime`).
   */
  readonly datetime: { (): t.Datetime; (options: { readonly exact: true }): t.ExactDatetime };
  /**
   * Days, as `"2024-05-31"`, which Python's `date` is. A caller may also write a `Date`: its day in UTC is taken.
   */
  readonly date: () => t.Date;
  /** Spans of time in milliseconds, to the microsecond. With `{ exact: true }`: nanoseconds as `bigint`. */
  readonly duration: { (): t.Duration; (options: { readonly exact: true }): t.ExactDuration };
  /** No value at all. */
  readonly none: () => t.None;
  /** The error that Flyte passes to a failure handler. */
  readonly error: () => t.Error;
  /**
   * Bytes, which Python's `bytes` are: in a record the bytes themselves, elsewhere a file of them. A constant in the body
   * of a workflow is in its literal, where Python cannot read it. For much data `t.file()` is better: bytes are in memory.
   */
  readonly binary: () => t.Binary;
  /**
   * Records of any shape, which is flytekit's `dict`. Whole numbers are integers on the wire. With `{ exact: true }`
   * nothing of a Python value is lost: integers beyond 2^53 are `bigint`, whole floats `FlyteFloat`, bytes
   * `Uint8Array`, and records with keys that are no strings `Map`.
   */
  readonly json: { (): t.Json; (options: { readonly exact: true }): t.ExactJson };
  /** One of several strings. Their order is part of the type: for the backend another order is another type. */
  readonly enum: <const V extends string>(
    values: readonly V[] & ([V] extends [never] ? Refused<"an enum has at least one value"> : unknown),
  ) => t.Enum<V>;
  /**
   * One of several constants of one kind: strings, integers, booleans, or floats (a number that is no integer among
   * them, or `{ float: true }`). For Flyte it is a value of that kind, and only this type checks the choice.
   */
  readonly literal: {
    <const V extends Scalar>(values: readonly V[]): t.Literal<V, ConstantKind<V>>;
    <const V extends number>(values: readonly V[], options: { readonly float: true }): t.Literal<V, "float">;
  };
  /** Lists of one type. In a call, values and promises may be mixed. */
  readonly list: <const X extends TypeLike>(element: X) => t.List<X>;
  /**
   * Maps from strings to one type. In a call, values and promises may be mixed. With `{ keys }`: maps from integers,
   * floats or booleans, as a `Map`; for Flyte these are untyped records.
   */
  readonly map: {
    <const X extends TypeLike>(value: X, options?: { readonly keys?: t.String }): t.Map<X>;
    <const X extends TypeLike, const K extends TypeLike>(
      value: X,
      options: { readonly keys: K },
    ): t.KeyedMap<K, X>;
  };
  /**
   * A value or none: callers may write `undefined` or `null`, and tasks receive `undefined`.
   *
   * A promise of an optional cannot be passed to an input that is required.
   */
  readonly optional: <const X extends TypeLike>(type: X) => t.Optional<X>;
  /**
   * A value of one of several types. A value that fits two of them is refused as ambiguous; `t.as` says which one is
   * meant.
   */
  readonly union: <const X extends readonly [TypeLike, TypeLike, ...TypeLike[]]>(variants: X) => t.Union<X>;
  /** A value for a union, as a value of this variant. */
  readonly as: <const X extends TypeLike>(type: X, value: In<X>) => t.As<Kind<X>>;
  /**
   * Records with named fields in this order.
   *
   * Python makes a class with this name. Two records with the same name should have the same fields. A class that
   * extends the type names it for TypeScript too: `class Person extends t.struct("Person", { age: t.int() }) {}`.
   */
  readonly struct: <const N extends string, S extends Shape>(
    name: N & (N extends "" ? Refused<"a record has a name"> : unknown),
    fields: S,
  ) => t.Struct<N, S>;
  /**
   * The record type that `type` returns, which may be declared later: so a record can contain itself. TypeScript cannot
   * infer its value from itself, so the function says it. For Flyte it is a record of which nothing is known; a value may
   * be nested 250 times.
   *
   * @example
   * class Tree extends t.struct("Tree", { leaf: t.int(), trees: t.list(t.lazy((): t.Type<Tree> => Tree)) }) {}
   */
  readonly lazy: <T>(type: () => t.Type<T>) => t.Lazy<T>;
  /**
   * Files. A task receives a `FlyteFile`, which reads nothing before it is asked to; a task returns a path, a URL, a
   * file that it received, or what is in it: bytes or a stream. `format` is the extension, such as `"csv"`.
   */
  readonly file: { (): t.File<"">; <const F extends string>(format: F): t.File<Extension<F>> };
  /** Directories of files, as `file`. */
  readonly directory: { (): t.Directory<"">; <const F extends string>(format: F): t.Directory<Extension<F>> };
  /**
   * Tables. A task receives a `Dataset`, whose rows it reads one by one, and returns rows, or a file of them.
   * `@flytekit-ts/datasets` reads and writes the formats.
   */
  readonly dataset: <C extends Shape = {}, const F extends string = "">(
    options?: t.DatasetOptions<C, F>,
  ) => t.Dataset<C, F>;
  /**
   * The type that a JSON Schema describes, as an object or a schema of TypeBox. Write it where it is used, or with
   * `as const`: TypeScript reads the type of the values from it.
   */
  readonly schema: <const S extends object>(
    schema: S &
      (S extends StandardSchema ? Refused<"this schema is a type already: leave out t.schema"> : unknown),
  ) => t.Schema<S>;
}

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

/**
 * The Flyte types. Each has `.default(value)` and `.describe(text)`.
 *
 * @example
 * const person = t.struct("Person", { name: t.string(), age: t.int(), nick: t.optional(t.string()) });
 */
export declare const t: TypeMakers;

/** The names of the Flyte types: `t.int()` has the type `t.Int`. Declarations of what authors export use them. */
export declare namespace t {
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
  export interface List<X extends TypeLike> extends FlyteType<
    Out<X>[],
    { list: Kind<X> },
    readonly In<X>[]
  > {}
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
}
