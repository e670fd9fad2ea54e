import { errors } from "../errors.js";

/** The error for a value that is not of its type; containers put their part of the path in front. */
export function mismatch(wanted: string, given: string): Error {
  return errors.VALUE_TYPE_MISMATCH({ path: "", wanted, given });
}

/** The same error, one container further out: `segment` is `.name` or `[0]`. Other errors pass unchanged. */
export function within(segment: string, error: unknown): unknown {
  if (!errors.VALUE_TYPE_MISMATCH.is(error)) return error;
  const { path, wanted, given } = error.params;
  return errors.VALUE_TYPE_MISMATCH({ path: segment + path, wanted, given }, { location: error.location });
}

/** A value in words, without its content: values may be secret, and long. Numbers are shown. */
export function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  switch (typeof value) {
    case "number":
      return `the number ${value}`;
    case "bigint":
      return `the bigint ${value}`;
    case "string":
      return "a string";
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

function describeObject(value: object): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name = typeof maker === "function" ? maker.name : "Object";
  return name === "Object" || name === "" ? "an object" : `an object of class ${name}`;
}
