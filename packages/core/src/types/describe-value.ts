import { types } from "node:util";

import { PROMISE } from "../promise/promise-brand.js";
import { isWellFormed } from "./plain-object.js";

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
      return "a function";
    case "symbol":
      return "a symbol";
    default:
      return describeObject(value);
  }
}

/** A value that an author wrote as an option, or as a name, as it was written; what is no text or number in words. */
export function quoteValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : describeValue(value);
}

/** What to add to a number that is an integer and yet refused for one. */
export function beyond(value: number | bigint): string {
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? " (beyond 2^53 - 1)" : "";
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return "an array";
  if (Reflect.get(value, PROMISE) === true) return "a promise";
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name: unknown = typeof maker === "function" ? maker.name : "";
  return typeof name !== "string" || name === "Object" || name === ""
    ? "an object"
    : `an object of class ${name}`;
}
