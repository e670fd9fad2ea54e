import { FlyteFloat } from "@flytekit-ts/core";
import { entriesOf } from "../described/source.js";
import { isReadList, isReadObject, type Read } from "../rows/read-json.js";
import { bytesIn, floatIn, integerIn } from "./native-of-any.js";
import { maker, type Twin } from "./twin.js";

/** Untyped records. */
export function jsonTwin(): Twin {
  return {
    type: maker("json")({ exact: true }),
    fits: isRecord,
    takes: (value) => isRecord(value) && isHeld(exactOf(value)),
    native: exactOf,
    isSame: (value, decoded) => textOf(exactOf(value)) === textOf(decoded),
  };
}

function isRecord(value: Read): boolean {
  return isReadObject(value) && !["$float", "$bytes", "$python"].some((key) => value.has(key));
}

// MessagePack has integers of 64 bits, and our maps have keys that are no maps, lists or nothing.
function isHeld(value: unknown): boolean {
  if (typeof value === "bigint") return value >= -(2n ** 63n) && value < 2n ** 64n;
  if (Array.isArray(value)) return value.every(isHeld);
  if (value instanceof Map) return [...value].every(([key, item]) => isKey(key) && isHeld(item));
  if (value instanceof FlyteFloat || value instanceof Uint8Array) return true;
  return typeof value !== "object" || value === null || Object.values(value).every(isHeld);
}

function isKey(key: unknown): boolean {
  return key instanceof FlyteFloat || ["string", "number", "bigint", "boolean"].includes(typeof key);
}

function exactOf(value: Read): unknown {
  const integer = integerIn(value);
  if (integer !== undefined) return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
  const float = floatIn(value);
  if (float !== undefined) return Number.isInteger(float) ? new FlyteFloat(float) : float;
  if (isReadList(value)) return value.map(exactOf);
  if (!isReadObject(value)) return value;
  const bytes = bytesIn(value);
  if (bytes !== undefined) return bytes;
  const entries = entriesOf([value]).map(([key, item]) => [exactOf(key), exactOf(item)] as const);
  return entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : new Map(entries);
}

/** An exact value as a text: equal for equal values, and their maps may be in another order. */
function textOf(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return Object.is(value, -0) ? "-0.0" : String(value);
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("hex")}`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  if (value instanceof FlyteFloat) return `float ${textOf(value.float)}`;
  const entries: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries
    .map(([key, item]) => `${textOf(key)}:${textOf(item)}`)
    .toSorted()
    .join()}}`;
}
