import * as types from "node:util/types";

import { AS } from "../brands/as-brand.js";
import { hasBrand } from "../brands/has-brand.js";

/** A value that may be written as a record. */
export type RecordValue = Readonly<Record<string, unknown>>;

/**
 * Whether a value may be written as a record: a plain object or an object of an author's class, but not a Date, Map
 * or array, which a record of optional fields would accept.
 */
export function isRecordValue(value: unknown): value is RecordValue {
  try {
    return looksLikeRecord(value);
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return false;
  }
}

function looksLikeRecord(value: unknown): boolean {
  if (isLiteralObject(value)) return true;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  // The tag alone says little: anything may have one.
  return !Array.isArray(value) && !hasBrand(value, AS) && !BUILT_IN.some((isOfKind) => isOfKind(value));
}

// Nearly all are: an object literal has no tag and is nothing that is built in.
function isLiteralObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return false;
  const isLiteral = Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, AS);
  return isLiteral && Object.prototype.toString.call(value) === "[object Object]";
}

const BUILT_IN: readonly ((value: unknown) => boolean)[] = [
  types.isBoxedPrimitive,
  types.isDate,
  types.isMap,
  types.isNativeError,
  types.isPromise,
  types.isRegExp,
  types.isSet,
  types.isAnyArrayBuffer,
  ArrayBuffer.isView,
];

/**
 * The value of a field: an own property, or a getter or value that a class of the author's declares.
 *
 * What every object inherits is no field: a record may have a field called `constructor` or `toString`.
 */
export function fieldIn(value: object, key: string): unknown {
  if (Object.hasOwn(value, key)) return Reflect.get(value, key);
  let owner: object | null = Object.getPrototypeOf(value);
  while (owner !== null && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner);
  const isInherited = owner !== null && key !== "constructor" && Object.getPrototypeOf(owner) !== null;
  return isInherited ? Reflect.get(value, key) : undefined;
}

/** Whether an object has no keys but these: what else it has would be lost. */
export function hasOnly(value: object, known: readonly string[]): boolean {
  return Object.keys(value).every((key) => known.includes(key));
}
