import { assertVariableName } from "../entity/names.js";
import { errors } from "../errors.js";
import { atCaller } from "../errors/at-caller.js";
import type { Timestamp } from "../literals/timestamps.js";
import { depthOf } from "../types/depth-of.js";
import type {
  FlyteType,
  HasFields,
  In,
  Kind,
  Out,
  Inputs,
  RecordKind,
  RecordOutput,
  Shape,
  TypeLike,
  Values,
} from "../types/infer.js";
import type { Refused } from "../types/kinds/refused.js";
import { isOptional } from "../types/is-optional.js";
import { isType, makeRecordType, makeType, type RuntimeType, runtimeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withoutDefault } from "../types/without-default.js";
import { describeValue, quoteValue } from "../words/describe-value.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";
import { enumTransformer } from "./enum.js";
import type { FlyteError } from "./error.js";
import { listTransformer } from "./list.js";
import { mapTransformer } from "./map.js";
import { optionalTransformer } from "./optional.js";
import { scalarTypes } from "./scalar-types.js";
import { structTransformer } from "./struct.js";

// Decoders fail at 100 nested messages, and a specification needs some of them around the type. This allows
// about 42 nested lists.
const DEEPEST = 85;

/** One of several strings. Their order is part of the type: for the backend another order is another type. */
function enumOf<const V extends string>(
  values: readonly V[] & ([V] extends [never] ? Refused<"an enum has at least one value"> : unknown),
): t.Enum<V> {
  return atCaller(enumOf, () => {
    const problem = problemOfEnum(values);
    if (problem !== undefined) throw errors.ENUM_VALUES_INVALID({ problem });
    return makeType<V, { enum: V }>({ transformer: enumTransformer(values) as TypeTransformer<V> });
  });
}

function problemOfEnum(values: unknown): string | undefined {
  if (!Array.isArray(values)) return `was given ${describeValue(values)}`;
  if (values.length === 0) return "was given an empty list";
  const odd = values.findIndex((value) => typeof value !== "string" || !isWellFormed(value));
  if (odd >= 0) return `was given ${quoteValue(values[odd])}`;
  const seen = new Set<unknown>();
  const twice: unknown = values.find((value) => seen.size === seen.add(value).size);
  return twice === undefined ? undefined : `was given ${quoteValue(twice)} twice`;
}

/** Lists of one type. In a call, values and promises may be mixed. */
function list<const X extends TypeLike>(element: X): t.List<X> {
  return atCaller(list, () =>
    makeType({ transformer: shallow(listTransformer(inner<Out<X>>(element, "element", "t.list"))) }),
  );
}

/** Maps from strings to one type. In a call, values and promises may be mixed. */
function map<const X extends TypeLike>(value: X): t.Map<X> {
  return atCaller(map, () =>
    makeType({ transformer: shallow(mapTransformer(inner<Out<X>>(value, "value", "t.map"))) }),
  );
}

/**
 * A value or none: callers may write `undefined` or `null`, and tasks receive `undefined`.
 *
 * A promise of an optional cannot be passed to an input that is required.
 */
function optional<const X extends TypeLike>(type: X): t.Optional<X> {
  return atCaller(optional, () => {
    const transformer = inner<Out<X>>(type, "type", "t.optional");
    if (isOptional(transformer)) return makeType({ transformer });
    return makeType({ transformer: shallow(optionalTransformer(transformer)) });
  });
}

/**
 * Records with named fields in this order.
 *
 * Python makes a class with this name. Two records with the same name should have the same fields. A class that
 * extends the type names it for TypeScript too: `class Person extends t.struct("Person", { age: t.int() }) {}`.
 */
function struct<const N extends string, S extends Shape>(
  name: N & (N extends "" ? Refused<"a record has a name"> : unknown),
  fields: S,
): t.Struct<N, S> {
  return atCaller(struct, () => {
    const types = fieldsOf(name, fields);
    const transformer = shallow(structTransformer(name, types)) as TypeTransformer<Values<S>>;
    return makeRecordType(name, { transformer }) as unknown as t.Struct<N, S>;
  });
}

function fieldsOf(name: string, fields: Shape): ReadonlyMap<string, RuntimeType> {
  if (typeof name !== "string" || name === "" || !isWellFormed(name))
    throw errors.STRUCT_NAME_INVALID({ name });
  if (!isPlainObject(fields) || isType(fields))
    throw errors.OPTION_INVALID({
      at: `record ${name}`,
      option: "fields",
      wanted: "types by name",
      given: fields,
      advice: `Name each field: \`t.struct(${JSON.stringify(name)}, { name: t.string() })\`.`,
    });
  return new Map(
    Object.entries(fields).map(([key, type]) => {
      assertVariableName(key, `a field of record ${name}`);
      return [key, runtimeType(type, `field ${key} of record ${name}`)];
    }),
  );
}

function inner<T>(type: TypeLike, part: string, of: string): TypeTransformer<T> {
  return withoutDefault(runtimeType(type, `the ${part} of ${of}`), part, of)
    .transformer as TypeTransformer<T>;
}

function shallow<T>(transformer: TypeTransformer<T>): TypeTransformer<T> {
  if (depthOf(transformer) > DEEPEST)
    throw errors.VALUE_TOO_DEEP({ type: transformer.words, limit: DEEPEST });
  return transformer;
}

/** The types whose values are one scalar, with the names of `t`. */
interface ScalarTypes {
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
  /** Spans of time in milliseconds, to the microsecond. With `{ exact: true }`: nanoseconds as `bigint`. */
  readonly duration: { (): t.Duration; (options: { readonly exact: true }): t.ExactDuration };
  /** No value at all. */
  readonly none: () => t.None;
  /** The error that Flyte passes to a failure handler. */
  readonly error: () => t.Error;
}

/**
 * The Flyte types. Each has `.default(value)` and `.describe(text)`.
 *
 * @example
 * const person = t.struct("Person", { name: t.string(), age: t.int(), nick: t.optional(t.string()) });
 */
export const t = Object.freeze({
  ...(scalarTypes as ScalarTypes),
  enum: enumOf,
  list,
  map,
  optional,
  struct,
});

/** The names of the Flyte types: `t.int()` has the type `t.Int`. Declarations of what authors export use them. */
export declare namespace t {
  export interface Int extends FlyteType<number, "int"> {}
  export interface BigInt extends FlyteType<bigint, "int", bigint | number> {}
  export interface Float extends FlyteType<number, "float"> {}
  export interface String extends FlyteType<string, "string"> {}
  export interface Boolean extends FlyteType<boolean, "boolean"> {}
  export interface Datetime extends FlyteType<Date, "datetime"> {}
  export interface ExactDatetime extends FlyteType<Timestamp, "datetime"> {}
  export interface Duration extends FlyteType<number, "duration"> {}
  export interface ExactDuration extends FlyteType<bigint, "duration"> {}
  export interface None extends FlyteType<undefined, "none", undefined | null> {}
  export interface Error extends FlyteType<FlyteError, "error"> {}
  export interface Enum<V extends string> extends FlyteType<V, { enum: V }> {}
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
  export interface Optional<X extends TypeLike> extends FlyteType<
    Out<X> | undefined,
    Kind<X> | "none",
    In<X> | undefined | null
  > {}
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
