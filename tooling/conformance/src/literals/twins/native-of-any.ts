import { entriesOf } from "../described/source.js";
import { isReadList, isReadObject, NumberText, plainOf, type Read } from "../rows/read-json.js";

/** A value as JavaScript has it, where no type says more of it: integers as bigint if they are too large for a number. */
export function nativeOfAny(value: Read): unknown {
  if (typeof value === "string") return bigIntIn(value) ?? value;
  if (value instanceof NumberText) return numberOf(value);
  if (isReadList(value)) return value.map(nativeOfAny);
  const float = floatIn(value);
  if (float !== undefined) return float;
  if (!isReadObject(value)) return plainOf(value);
  // What only Python has is no value of any type.
  if (value.has("$python")) return new Set();
  if (value.has("$map"))
    return new Map(entriesOf([value]).map(([key, item]) => [nativeOfAny(key), nativeOfAny(item)]));
  return Object.fromEntries([...value].map(([key, item]) => [key, nativeOfAny(item)]));
}

function numberOf(value: NumberText): number | bigint {
  const number = Number(value.text);
  return !value.isInt || Number.isSafeInteger(number) ? number : BigInt(value.text);
}

/** The integer that is written as a string, because it is beyond 2^53. */
export function bigIntIn(value: Read): bigint | undefined {
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) return undefined;
  const integer = BigInt(value);
  return integer > 2n ** 53n || integer < -(2n ** 53n) ? integer : undefined;
}

/** The integer of a number that Python reads as one. */
export function integerIn(value: Read): bigint | undefined {
  return value instanceof NumberText && value.isInt ? BigInt(value.text) : bigIntIn(value);
}

const NOT_FINITE: ReadonlyMap<unknown, number> = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

/** The float of a number that Python reads as one. */
export function floatIn(value: Read): number | undefined {
  if (value instanceof NumberText) return value.isInt ? undefined : Number(value.text);
  return isReadObject(value) ? NOT_FINITE.get(value.get("$float")) : undefined;
}

/** The bytes of a value. */
export function bytesIn(value: Read): Uint8Array | undefined {
  const hex = isReadObject(value) ? value.get("$bytes") : undefined;
  return typeof hex === "string" ? Uint8Array.from(Buffer.from(hex, "hex")) : undefined;
}
