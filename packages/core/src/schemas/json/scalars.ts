import { isDate } from "node:util/types";
import { isPlainObject } from "../../words/plain-object.js";
import { isEqual } from "../forms/reading.js";
import { type Check, issue } from "./check.js";
import type { KeywordRule } from "./compiling.js";

const TYPES: { readonly [type: string]: (value: unknown) => boolean } = {
  Date: (value) => isDate(value),
  Uint8Array: (value) => value instanceof Uint8Array,
  array: (value) => Array.isArray(value),
  bigint: (value) => typeof value === "bigint",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  object: (value) => isPlainObject(value),
  string: (value) => typeof value === "string",
  undefined: (value) => value === undefined,
  void: (value) => value === undefined,
};

const type: KeywordRule = ({ given, node }) => {
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  const known = names.map((name) =>
    typeof name === "string" && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined,
  );
  if (known.includes(undefined) || known.length === 0) return undefined;
  if (node["nullable"] === true) known.push(TYPES["null"]);
  const words = names.join(" or ");
  return (value) =>
    known.some((is) => is?.(value) === true) ? undefined : issue(`must be of the type ${words}`);
};

const constant: KeywordRule = ({ given }) => oneOf([given]);
const choice: KeywordRule = ({ given }) => (Array.isArray(given) ? oneOf(given) : undefined);

function oneOf(values: readonly unknown[]): Check {
  const simple = new Set(values.filter((value) => typeof value !== "object" || value === null));
  const others = values.filter((value) => typeof value === "object" && value !== null);
  return (value) =>
    simple.has(value) || others.some((other) => isEqual(other, value))
      ? undefined
      : issue("must be one of the constants");
}

const pattern: KeywordRule = ({ given }) => {
  const expression = compilePattern(given);
  if (expression === undefined) return undefined;
  return (value) =>
    typeof value !== "string" || expression.test(value) ? undefined : issue("must match the pattern");
};

function compilePattern(given: unknown): RegExp | undefined {
  if (typeof given !== "string") return undefined;
  try {
    return new RegExp(given, "u");
  } catch {
    return undefined;
  }
}

/** The keywords that look at a value as a whole. */
export const SCALARS: { readonly [keyword: string]: KeywordRule } = {
  type,
  const: constant,
  enum: choice,
  pattern,
};
