import { assertVariableName } from "../entity/names.js";
import { errors } from "../errors.js";
import { atCaller } from "../errors/at-caller.js";
import { depthOf } from "../types/depth-of.js";
import type { FlyteType, In, Inputs, Kind, Out, Shape, TypeLike, Values } from "../types/infer.js";
import { isOptional } from "../types/is-optional.js";
import { makeType, isType, type RuntimeType, runtimeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { withoutDefault } from "../types/without-default.js";
import { describeValue, quoteValue } from "../words/describe-value.js";
import { isPlainObject, isWellFormed } from "../words/plain-object.js";
import { enumTransformer } from "./enum.js";
import { listTransformer } from "./list.js";
import { mapTransformer } from "./map.js";
import { optionalTransformer } from "./optional.js";
import { scalarTypes } from "./scalar-types.js";
import { structTransformer } from "./struct.js";

// Decoders fail at 100 nested messages, and a specification needs some of them around the type. This allows
// about 42 nested lists.
const DEEPEST = 85;

/** One of several strings. Their order is part of the type: for the backend another order is another type. */
function enumOf<const V extends string>(values: readonly V[]): FlyteType<V, { enum: V }> {
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
function list<const X extends TypeLike>(element: X): FlyteType<Out<X>[], { list: Kind<X> }, In<X>[]> {
  return atCaller(list, () =>
    makeType({ transformer: shallow(listTransformer(inner<Out<X>>(element, "element", "t.list"))) }),
  );
}

/** Maps from strings to one type. In a call, values and promises may be mixed. */
function map<const X extends TypeLike>(
  value: X,
): FlyteType<Record<string, Out<X>>, { map: Kind<X> }, Record<string, In<X>>> {
  return atCaller(map, () =>
    makeType({ transformer: shallow(mapTransformer(inner<Out<X>>(value, "value", "t.map"))) }),
  );
}

/**
 * A value or none: callers may write `undefined` or `null`, and tasks receive `undefined`.
 *
 * A promise of an optional cannot be passed to an input that is required.
 */
function optional<const X extends TypeLike>(
  type: X,
): FlyteType<Out<X> | undefined, Kind<X> | "none", In<X> | undefined | null> {
  return atCaller(optional, () => {
    const transformer = inner<Out<X>>(type, "type", "t.optional");
    if (isOptional(transformer)) return makeType({ transformer });
    return makeType({ transformer: shallow(optionalTransformer(transformer)) });
  });
}

/**
 * Records with named fields in this order.
 *
 * Python makes a class with this name. Two records with the same name should have the same fields.
 */
function struct<const S extends Shape>(
  name: string,
  fields: S,
): FlyteType<Values<S>, { struct: { [P in keyof S]: Kind<S[P]> } }, Inputs<S>> {
  return atCaller(struct, () => {
    const types = fieldsOf(name, fields);
    return makeType({ transformer: shallow(structTransformer(name, types)) as TypeTransformer<Values<S>> });
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

/**
 * The Flyte types. Each has `.default(value)` and `.describe(text)`.
 *
 * @example
 * const person = t.struct("Person", { name: t.string(), age: t.int(), nick: t.optional(t.string()) });
 */
export const t = Object.freeze({
  ...scalarTypes,
  enum: enumOf,
  list,
  map,
  optional,
  struct,
});
