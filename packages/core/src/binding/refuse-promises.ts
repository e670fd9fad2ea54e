import * as errors from "../errors.js";
import { isPromise, isSpreadPromise, targetOf } from "../promise/flyte-promise.js";
import { isVoidPromise, type TracedVoidPromise } from "../promise/void-promise.js";
import { describeTarget } from "../trace/promise-target.js";
import { fieldIn } from "../types/record-value.js";
import type { Members, TypeTransformer } from "../types/transformer.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject, segmentOf } from "../words/plain-object.js";
import { hasOutputs } from "../words/promise-like.js";

interface Part {
  readonly type: TypeTransformer;
  readonly at: string;
  /** The records around it whose types are recursive. */
  readonly around?: readonly object[];
}

// A value of a recursive type may contain itself or be deeper than the stack. The type refuses it later.
const DEEPEST = 250;

/**
 * Refuse promises inside a value that is encoded as a whole, such as a record.
 *
 * The backend cannot put a promise into a record. The search follows the declared type, so it does not enter a
 * value of another type, which may be large or contain itself; the type refuses that value later.
 *
 * @throws `PROMISE_IN_RECORD`, `VOID_USED_AS_VALUE`, `PROMISE_USED_AS_VALUE`, `BINDING_TYPE_MISMATCH`.
 */
export function refusePromises(value: unknown, { type, at, around = [] }: Part): void {
  if (typeof value !== "object" || value === null) return;
  if (isPromise(value)) throw errors.PROMISE_IN_RECORD({ at, promise: describeTarget(targetOf(value)) });
  if (isVoidPromise(value)) throw voidUsed(value, { type, at });
  if (isSpreadPromise(value)) throw spreadUsed(value);
  if (type.members === undefined) return;
  if (type.resolve === undefined) return refuseInside(value, type.members, { at, around });
  if (around.length < DEEPEST && !around.includes(value))
    refuseInside(value, type.members, { at, around: [...around, value] });
}

/** The error for the result of spreading a promise (`{ ...promise }`), which does not have the promised value. */
export function spreadUsed(remains: Parameters<typeof targetOf>[0]): Error {
  const promise = describeTarget(targetOf(remains));
  return errors.PROMISE_USED_AS_VALUE({ promise, use: "by spreading it" });
}

/**
 * The error for a void promise that is used as a value. A node of an imperative workflow has outputs to use
 * instead.
 */
export function voidUsed(value: TracedVoidPromise, { type, at }: Part): Error {
  return hasOutputs(value)
    ? errors.BINDING_TYPE_MISMATCH({ at, wanted: type.words, given: describeValue(value), fault: "node" })
    : errors.VOID_USED_AS_VALUE({ entity: value["~node"].entity });
}

function refuseInside(value: object, members: Members, { at, around }: Omit<Required<Part>, "type">): void {
  if (members.kind === "variants") {
    for (const type of members.variants) refusePromises(value, { type, at, around });
  } else if (members.kind === "list") {
    if (!Array.isArray(value)) return;
    for (const [i, item] of value.entries())
      refusePromises(item, { type: members.element, at: `${at}[${i}]`, around });
  } else if (members.kind === "map") {
    if (!isPlainObject(value)) return;
    for (const [key, item] of Object.entries(value)) {
      refusePromises(item, { type: members.value, at: at + segmentOf(key), around });
    }
  } else {
    for (const [key, type] of members.fields) {
      refusePromises(fieldIn(value, key), { type, at: at + segmentOf(key), around });
    }
  }
}
