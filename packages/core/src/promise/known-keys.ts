import { LISTED } from "../errors/promise-hints.js";
import { activeTracer } from "../trace/active-tracer.js";
import type { PromiseTarget } from "../trace/promise-target.js";
import { usedAsValue } from "./used-as-value.js";

/** A trap of a proxy. The line that caused it is its caller. */
export type Trap = (...args: never[]) => unknown;

/**
 * Asserts that the keys of a promise can be listed: only those of a record are known.
 *
 * Outside a body only test matchers ask, and they must get an answer.
 *
 * @throws `PROMISE_USED_AS_VALUE`
 */
export function assertKnownKeys(target: PromiseTarget, trap: Trap): void {
  if (target.type.members?.kind !== "record" && activeTracer() !== undefined)
    throw usedAsValue(target, LISTED, trap);
}

/** Asserts that a promise can be asked for a key with `in`. @throws `PROMISE_USED_AS_VALUE` */
export function assertKnownKey(target: PromiseTarget, key: string | symbol, trap: Trap): void {
  if (typeof key === "symbol" || PROBED.test(key)) return;
  if (target.type.members?.kind !== "record" && activeTracer() !== undefined)
    throw usedAsValue(target, "with `in`", trap);
}

// What test matchers ask any object for, and our own keys.
const PROBED = /^(~.*|asymmetricMatch)$/;
