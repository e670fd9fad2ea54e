import { types } from "node:util";

import { ENTITY } from "../brands/entity-brand.js";
import { PROMISE } from "../brands/promise-brand.js";
import { kindWords } from "./kind-words.js";
import { isPlainObject, isWellFormed } from "./plain-object.js";

/** A value in words, without its content: values may be secret, and long. Numbers are shown. */
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

/** What kind of value it is, and nothing of what it holds, numbers included. */
export function describeKind(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? `a ${typeof value}` : describeValue(value);
}

/** A value that an author wrote as an option, or as a name, as it was written; what is no text or number in words. */
export function quoteValue(value: unknown): string {
  if (typeof value === "string") return quoteBriefly(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeValue(value);
}

// What is longer is no name, and no option that could be read.
const LONGEST = 100;

function quoteBriefly(text: string): string {
  if (text.length <= LONGEST) return JSON.stringify(text);
  return `${JSON.stringify(`${text.slice(0, LONGEST)}...`)} (${text.length} characters)`;
}

/** What to add to a number that is an integer and yet refused for one. */
export function beyond(value: number | bigint): string {
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? " (beyond 2^53 - 1)" : "";
}

// A name is no content: it says which entity was given where its result was meant, or the other way round.
function describeFunction(value: object): string {
  if (Reflect.get(value, ENTITY) !== true) return "a function";
  const words: unknown = Reflect.get(value, "words");
  if (typeof words === "string") return words;
  return `the ${kindWords(String(Reflect.get(value, "kind")))} ${String(Reflect.get(value, "name"))}`;
}

/** What a conditional is called that has no last arm yet. */
export const UNFINISHED_WORDS = "a conditional without a last arm";

/** What calls in a body give beside promises. */
function resultWords(value: object): string | undefined {
  if (Object.hasOwn(value, "~condition")) return "a condition";
  if (Object.hasOwn(value, "~unfinished")) return UNFINISHED_WORDS;
  if (!Object.hasOwn(value, "~void")) return undefined;
  return hasOutputs(value) ? "a node, and not one of its outputs" : "the result of a call without outputs";
}

/** Whether what stands for a node, good for `after` alone, has outputs that could have been meant. */
export function hasOutputs(result: object): boolean {
  const outputs: unknown = Reflect.get(result, "outputs");
  return typeof outputs === "object" && outputs !== null && Object.keys(outputs).length > 0;
}

/** Whether a value is a promise of Flyte's. */
export function isPromiseLike(value: unknown): boolean {
  return typeof value === "object" && value !== null && Reflect.get(value, PROMISE) === true;
}

/** Whether a value holds promises by name and nothing else, as the named outputs of a call do. */
export function isPromiseRecord(value: object): boolean {
  const parts = isPlainObject(value) ? Object.values(value) : [];
  return parts.length > 0 && parts.every(isPromiseLike);
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return "an array";
  if (isPromiseLike(value)) return "a promise";
  const result = resultWords(value);
  if (result !== undefined) return result;
  if (isPromiseRecord(value)) return `an object of promises (${Object.keys(value).join(", ")})`;
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name: unknown = typeof maker === "function" ? maker.name : "";
  return typeof name !== "string" || name === "Object" || name === ""
    ? "an object"
    : `an object of class ${name}`;
}
