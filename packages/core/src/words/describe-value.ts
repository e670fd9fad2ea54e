import { isDate } from "node:util/types";

import { ENTITY } from "../brands/entity-brand.js";
import { enumerate, shorten } from "./enumerate.js";
import { kindWords } from "./kind-words.js";
import { isWellFormed } from "./plain-object.js";
import { hasOutputs, isPromiseLike, isPromiseRecord } from "./promise-like.js";

/** A value in words, without its content, which may be secret or long. Only numbers are shown. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  switch (typeof value) {
    case "number":
      return `the number ${value}${beyond(value)}`;
    case "bigint":
      return `the bigint ${digits(value)}`;
    case "string":
      return isWellFormed(value) ? "a string" : "a string with half a surrogate pair";
    case "boolean":
      return "a boolean";
    case "function":
      return readably(value, describeFunction);
    case "symbol":
      return "a symbol";
    default:
      return readably(value, describeObject);
  }
}

// A message must not fail over the value that it is about: a proxy may throw whenever it is read.
function readably<T>(value: T, describe: (value: T) => string): string {
  try {
    return describe(value);
  } catch {
    return "a value that cannot be read";
  }
}

// A bigint may have any number of digits.
const MOST_DIGITS = 40;

/** An integer, cut if it is long. */
export function digits(value: number | bigint): string {
  const text = String(value);
  return text.length <= MOST_DIGITS ? text : `${text.slice(0, MOST_DIGITS)}... (${text.length} digits)`;
}

/** The kind of a value in words, without its content. Not even numbers are shown. */
export function describeKind(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? `a ${typeof value}` : describeValue(value);
}

/**
 * The value of an option or a name for a message: strings, numbers and booleans as written, other values in words.
 */
export function quoteValue(value: unknown): string {
  if (typeof value === "string") return quoteBriefly(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeValue(value);
}

// A longer string is not a useful name or option, so messages cut it.
const LONGEST = 100;

function quoteBriefly(text: string): string {
  if (text.length <= LONGEST) return JSON.stringify(text);
  return `${JSON.stringify(`${text.slice(0, LONGEST)}...`)} (${text.length} characters)`;
}

/** What to add to an integer that is refused because a `number` cannot hold it exactly. */
export function beyond(value: number | bigint): string {
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? " (beyond 2^53 - 1)" : "";
}

// The name of an entity is not secret, and it tells the author which entity was passed by mistake.
function describeFunction(value: object): string {
  if (Reflect.get(value, ENTITY) === undefined) return "a function";
  const words: unknown = Reflect.get(value, "words");
  if (typeof words === "string") return words;
  return `the ${kindWords(String(Reflect.get(value, "kind")))} ${shorten(String(Reflect.get(value, "name")))}`;
}

/** A conditional without its last arm, in words. */
export const UNFINISHED_WORDS = "a conditional without a last arm";

/** The result of a call in a body, in words, if it is not a promise. */
function resultWords(value: object): string | undefined {
  if (Object.hasOwn(value, "~condition")) return "a condition";
  if (Object.hasOwn(value, "~unfinished")) return UNFINISHED_WORDS;
  if (Object.hasOwn(value, "~as")) return "a value of t.as";
  if (!Object.hasOwn(value, "~void")) return undefined;
  return hasOutputs(value) ? "a node, and not one of its outputs" : "the result of a call without outputs";
}

function describeDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "an invalid Date";
  const year = date.getUTCFullYear();
  // Flyte holds the years 1 to 9999.
  return year >= 1 && year <= 9999 ? "a Date" : `a Date of the year ${year}`;
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return "an array";
  if (isPromiseLike(value)) return "a promise";
  const result = resultWords(value);
  if (result !== undefined) return result;
  if (isPromiseRecord(value)) return `an object of promises (${enumerate(Object.keys(value), shorten)})`;
  if (isDate(value)) return describeDate(value);
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name: unknown = typeof maker === "function" ? maker.name : "";
  return typeof name !== "string" || name === "Object" || name === ""
    ? "an object"
    : `an object of class ${shorten(name)}`;
}
