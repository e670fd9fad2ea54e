import { PROMISE } from "../brands/promise-brand.js";
import type { PromiseTarget } from "../trace/promise-target.js";

/** Whether a value is a promise, of this copy of the package or another. */
export function isPromise(value: unknown): value is { readonly "~promise": PromiseTarget } {
  return typeof value === "object" && value !== null && Reflect.get(value, PROMISE) === true;
}

/**
 * Whether a value is the result of spreading a promise (`{ ...promise }`): it has the target but is not a promise.
 */
export function isSpreadPromise(value: unknown): value is { readonly "~promise": PromiseTarget } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "~promise") && !isPromise(value);
}

/** The target of a promise. */
export function targetOf(promise: { readonly "~promise": PromiseTarget }): PromiseTarget {
  return promise["~promise"];
}
