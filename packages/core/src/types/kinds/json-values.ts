import type { FlyteFloat } from "../../literals/flyte-float.js";

/** A value of JSON. A whole number is an integer on the wire, and others are floats. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** An untyped record, which is flytekit's `dict`. */
export type JsonRecord = { readonly [key: string]: JsonValue };

/** A value that MessagePack can hold, with nothing lost: what Python writes, it reads back. */
export type ExactValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | FlyteFloat
  | readonly ExactValue[]
  | ReadonlyMap<ExactKey, ExactValue>
  | { readonly [key: string]: ExactValue };

/** A key of a map in MessagePack. */
export type ExactKey = string | number | bigint | boolean | FlyteFloat;

/** An untyped record with nothing lost. It is a `Map` if a key is no string. */
export type ExactRecord = { readonly [key: string]: ExactValue } | ReadonlyMap<ExactKey, ExactValue>;
