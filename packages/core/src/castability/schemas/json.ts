import { isPlainObject } from "../../words/plain-object.js";
import type { Budget } from "../evaluation/evaluate.js";

/** A JSON object, with or without a prototype. A key may be any string, also `__proto__`. */
export type JsonObject = { readonly [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value);
}

/** The value of an own property; undefined if there is none. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The members of an object. A key with the value undefined does not count: it is not written to a message. */
export function membersOf(object: JsonObject): [key: string, value: unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

/**
 * Whether two values are JSON and are equal, except for the order of keys.
 *
 * NaN and infinite numbers make it false, even if both arguments are the same object: the backend writes a schema
 * as JSON before it reads it, and fails for these numbers.
 */
export function isSameJson(one: unknown, other: unknown, budget: Budget): boolean {
  const seen = new Map<unknown, Set<unknown>>();
  // Pairs of values, flattened into one list.
  const pending: unknown[] = [one, other];
  let pairs = 0;
  while (pending.length > 0) {
    const [b, a] = [pending.pop(), pending.pop()];
    if (typeof a !== "object" || a === null) {
      if (!isSameScalar(a, b)) return false;
      continue;
    }
    pairs += 1;
    if (pairs > MANY && isSeen(a, b, seen)) continue;
    if (typeof b !== "object" || b === null || --budget.left < 0 || !pairUp(a, b, pending)) return false;
  }
  return true;
}

// From this many pairs on, pairs that were compared are remembered, in case an object occurs many times. For fewer
// pairs it is faster to compare again.
const MANY = 1000;

function isSeen(a: unknown, b: unknown, seen: Map<unknown, Set<unknown>>): boolean {
  const beside = seen.get(a) ?? new Set();
  if (beside.has(b)) return true;
  seen.set(a, beside.add(b));
  return false;
}

function isSameScalar(a: unknown, b: unknown): boolean {
  if (typeof a === "number") return Number.isFinite(a) && a === b;
  return (a === null || typeof a === "string" || typeof a === "boolean") && a === b;
}

function pairUp(a: object, b: object, pending: unknown[]): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i += 1) pending.push(a[i], b[i]);
    return true;
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  let members = 0;
  for (const key of Object.keys(a)) {
    if (a[key] === undefined) continue;
    if (!Object.hasOwn(b, key)) return false;
    pending.push(a[key], b[key]);
    members += 1;
  }
  return Object.keys(b).filter((key) => b[key] !== undefined).length === members;
}
