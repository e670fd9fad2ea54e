/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const DEEPEST = 8;
const MOST = 1000;
const LONGEST = 10_000;

/**
 * What of a value JSON can hold, with bounds: other values become their texts or are left out. It never throws, whatever
 * the value does when it is read.
 */
export function jsonOf(value: unknown, depth = 0): Json {
  switch (typeof value) {
    case "string":
      return value.length <= LONGEST ? value : `${value.slice(0, LONGEST)}...`;
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "boolean":
      return value;
    case "bigint":
      return value.toString().slice(0, LONGEST);
    case "object":
      return value === null || depth >= DEEPEST ? null : jsonOfObject(value, depth + 1);
    default:
      return null;
  }
}

function jsonOfObject(value: object, depth: number): Json {
  try {
    if (Array.isArray(value)) return value.slice(0, MOST).map((item) => jsonOf(item, depth));
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    const entries = Object.entries(value).slice(0, MOST);
    return Object.fromEntries(
      entries.filter(([, item]) => item !== undefined).map(([key, item]) => [key, jsonOf(item, depth)]),
    );
  } catch {
    return null;
  }
}
