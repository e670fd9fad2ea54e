import { assertContract } from "../contract/assert-contract.js";
import type { PromiseTarget } from "../trace/promise-target.js";
import { isPromiseLike } from "../words/promise-like.js";

/** Whether a value is a promise, of this copy of the package or another. @throws `VERSIONS_MIXED` */
export function isPromise(value: unknown): value is { readonly "~promise": PromiseTarget } {
  if (!isPromiseLike(value)) return false;
  assertContract(value as object);
  return true;
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
