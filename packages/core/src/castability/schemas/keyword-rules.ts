import { isGoRegex } from "./go-regex.js";
import { hasScheme, isGoUrl } from "./go-url.js";
import { isJsonObject, isSameJson, membersOf } from "./json.js";

/** Receives a value that must be a schema, because of the keyword it is in. */
export type TakeSchema = (schema: unknown) => void;

/** Whether a keyword may have this value. Schemas inside the value are not checked here but passed to `take`. */
export type KeywordRule = (value: unknown, take: TakeSchema) => boolean;

export const anything: KeywordRule = () => true;
export const text: KeywordRule = (value) => typeof value === "string";
export const boolean: KeywordRule = (value) => typeof value === "boolean";
export const number: KeywordRule = (value) => typeof value === "number";
export const positive: KeywordRule = (value) => typeof value === "number" && value > 0;
export const list: KeywordRule = (value) => Array.isArray(value);

/** Integers of 0 or more. A number that JSON writes with an exponent is not an integer for the validator. */
export const count: KeywordRule = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1e21;

export const url: KeywordRule = (value) => typeof value === "string" && isGoUrl(value);
export const absoluteUrl: KeywordRule = (value) =>
  typeof value === "string" && isGoUrl(value) && hasScheme(value);
export const regex: KeywordRule = (value) => typeof value === "string" && isGoRegex(value);

export const texts: KeywordRule = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === "string") && isDistinct(value);

export const schema: KeywordRule = (value, take) => {
  take(value);
  return true;
};

export const schemas: KeywordRule = (value, take) => {
  if (!Array.isArray(value) || value.length === 0) return false;
  value.forEach(take);
  return true;
};

export const distinct: KeywordRule = (value) => Array.isArray(value) && value.length > 0 && isDistinct(value);

/** One of these strings. */
export function oneOf(allowed: ReadonlySet<unknown>): KeywordRule {
  return (value) => allowed.has(value);
}

/** A list that follows the first rule, or another value that follows the second. */
export function listOr(lists: KeywordRule, others: KeywordRule): KeywordRule {
  return (value, take) => (Array.isArray(value) ? lists(value, take) : others(value, take));
}

/** A value that follows one of two rules. */
export function either(first: KeywordRule, second: KeywordRule): KeywordRule {
  return (value, take) => first(value, take) || second(value, take);
}

/** A value that follows both rules. */
export function both(first: KeywordRule, second: KeywordRule): KeywordRule {
  return (value, take) => first(value, take) && second(value, take);
}

/** An object whose values follow one rule, and whose keys follow another. */
export function mapOf(member: KeywordRule, name: KeywordRule = anything): KeywordRule {
  return (value, take) =>
    isJsonObject(value) && membersOf(value).every(([key, each]) => name(key, take) && member(each, take));
}

// Lists and objects are compared pairwise, which is slow for many. So only the first ones are compared.
const MOST = 500;

function isDistinct(values: readonly unknown[]): boolean {
  const composed = values.filter((value) => typeof value === "object" && value !== null);
  const scalars = values.length - composed.length;
  const different = new Set(values.filter((value) => typeof value !== "object" || value === null));
  if (different.size < scalars) return false;
  const budget = { left: Number.MAX_SAFE_INTEGER };
  return composed.slice(0, MOST).every((value, i) => {
    return composed.slice(0, i).every((other) => !isSameJson(value, other, budget));
  });
}
