import { isDate } from "node:util/types";

import { ENTITY } from "../brands/entity-brand.js";
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
      return `the bigint ${value}`;
    case "string":
      return isWellFormed(value) ? "a string" : "a string with half a surrogate pair";
    case "boolean":
      return "a boolean";
    case "function":
      return describeFunction(value);
    case "symbol":
      return "a symbol";
    default:
      return describeObject(value);
  }
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
  return `the ${kindWords(String(Reflect.get(value, "kind")))} ${String(Reflect.get(value, "name"))}`;
}

/** A conditional without its last arm, in words. */
export const UNFINISHED_WORDS = "a conditional without a last arm";

/** The result of a call in a body, in words, if it is not a promise. */
function resultWords(value: object): string | undefined {
  if (Object.hasOwn(value, "~condition")) return "a condition";
  if (Object.hasOwn(value, "~unfinished")) return UNFINISHED_WORDS;
  if (!Object.hasOwn(value, "~void")) return undefined;
  return hasOutputs(value) ? "a node, and not one of its outputs" : "the result of a call without outputs";
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return "an array";
  if (isPromiseLike(value)) return "a promise";
  const result = resultWords(value);
  if (result !== undefined) return result;
  if (isPromiseRecord(value)) return `an object of promises (${Object.keys(value).join(", ")})`;
  if (isDate(value)) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name: unknown = typeof maker === "function" ? maker.name : "";
  return typeof name !== "string" || name === "Object" || name === ""
    ? "an object"
    : `an object of class ${name}`;
}
