import { PROMISE } from "../brands/promise-brand.js";
import { isPlainObject } from "./plain-object.js";

/** Whether a void promise stands for a node with outputs, so that the author may have meant one of them. */
export function hasOutputs(result: object): boolean {
  const outputs: unknown = Reflect.get(result, "outputs");
  return typeof outputs === "object" && outputs !== null && Object.keys(outputs).length > 0;
}

/** Whether a value is a `FlytePromise`. */
export function isPromiseLike(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return Reflect.get(value, PROMISE) === true;
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}

/** Whether a value is an object whose values are all promises, as the named outputs of a call are. */
export function isPromiseRecord(value: object): boolean {
  const parts = isPlainObject(value) ? Object.values(value) : [];
  return parts.length > 0 && parts.every(isPromiseLike);
}
