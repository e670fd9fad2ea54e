/**
 * The kinds of the constants `V` of a choice: one for each simple type among them. With one number that is no integer,
 * all numbers are floats.
 */
export type KindOfConstants<V> =
  | Choice<Extract<V, string>, "string">
  | Choice<Extract<V, boolean>, "boolean">
  | Choice<Extract<V, number | bigint>, KindOfNumbers<V>>;

type Choice<V, P> = [V] extends [never] ? never : { choice: V; of: P };

/** Whether constants are ints or floats. */
export type KindOfNumbers<V> = [Fractional<V>] extends [never] ? "int" : "float";
type Fractional<V> = V extends number
  ? `${V}` extends `${string}.${string}` | `${string}e-${string}`
    ? V
    : never
  : never;

/** The kind of an enum of another library: one of strings is an enum in Flyte, and other constants are choices. */
export type KindOfEnum<V> =
  | ([Extract<V, string>] extends [never] ? never : { enum: Extract<V, string> })
  | KindOfConstants<Exclude<V, string>>;
