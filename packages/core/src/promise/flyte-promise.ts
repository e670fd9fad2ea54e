import { PROMISE } from "../brands/promise-brand.js";
import type { PromiseTarget } from "../trace/promise-target.js";

/** Whether a value is a promise, of this copy of the package or another. */
export function isPromise(value: unknown): value is { readonly "~promise": PromiseTarget } {
  return typeof value === "object" && value !== null && Reflect.get(value, PROMISE) === true;
}

/** Whether a value was spread out of a promise: it has the target and none of the behaviour. */
export function isSpreadPromise(value: unknown): value is { readonly "~promise": PromiseTarget } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "~promise") && !isPromise(value);
}

/** The target of a promise. */
export function targetOf(promise: { readonly "~promise": PromiseTarget }): PromiseTarget {
  return promise["~promise"];
}
