import { closest } from "@flytekit-ts/core/graph";
import { wrong } from "./object-shape.js";
import type { Shape } from "./shape.js";
import { pathOf } from "./words.js";

/** A string that is not empty. */
export const text: Shape = (value, keys) =>
  isText(value) ? [] : [wrong(keys, "a string that is not empty", value)];

/** A string, which may be empty: the value of a variable. */
export const anyText: Shape = (value, keys) =>
  typeof value === "string" && value.isWellFormed() && !value.includes("\0")
    ? []
    : [wrong(keys, "a string", value, typeof value === "number" ? "Put it in quotes." : undefined)];

export const boolean: Shape = (value, keys) =>
  typeof value === "boolean" ? [] : [wrong(keys, "true or false", value)];

/** A whole number from 0. */
export const count: Shape = (value, keys) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? [] : [wrong(keys, "a whole number from 0", value)];

export const fn: Shape = (value, keys) =>
  typeof value === "function"
    ? []
    : [wrong(keys, "a function", value, "A secret is read when it is needed: `() => secret`.")];

/** One of some words. */
export function choiceOf(words: readonly string[]): Shape {
  return (value, keys) => {
    if (typeof value === "string" && words.includes(value)) return [];
    const wanted = words.map((each) => JSON.stringify(each)).join(" or ");
    const near = typeof value === "string" ? closest(value, words) : undefined;
    return [
      wrong(keys, wanted, value, near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`),
    ];
  };
}

/** A list whose members all have one shape. */
export function listOf(shape: Shape, what: string): Shape {
  return (value, keys) => {
    const members = elementsOf(value);
    if (members === undefined)
      return [wrong(keys, what, value, typeof value === "string" ? "Put it in brackets." : undefined)];
    return members.flatMap((each, index) => shape(each, [...keys, String(index)]));
  };
}

/** The first of several shapes that a value has; what is wrong with it in the words of all. */
export function eitherOf(what: string, ...shapes: readonly Shape[]): Shape {
  return (value, keys) => {
    const faults = shapes.map((shape) => shape(value, keys));
    if (faults.some((each) => each.length === 0)) return [];
    return [wrong(keys, what, value)];
  };
}

/** A path or name that may not leave its place: a string without a null character. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.isWellFormed() && !value.includes("\0");
}

function elementsOf(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? Array.from(value as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

/** An object with functions of these names, such as a storage; what else it has is its own business. */
export function withMethods(names: readonly string[], what: string): Shape {
  return (value, keys) => {
    if (typeof value !== "object" || value === null) return [wrong(keys, what, value)];
    try {
      const missing = names.filter((name) => typeof Reflect.get(value, name) !== "function");
      return missing.length === 0
        ? []
        : [{ keys, problem: `${pathOf(keys)} has to be ${what}, but has no function \`${missing[0]}\`` }];
    } catch {
      return [wrong(keys, what, value)];
    }
  };
}
