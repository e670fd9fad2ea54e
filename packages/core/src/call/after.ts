import { isEntity } from "../entity/entity.js";
import * as errors from "../errors.js";
import { isPromise, targetOf } from "../promise/flyte-promise.js";
import { isVoidPromise } from "../promise/void-promise.js";
import { isStart, type NodeKey } from "../trace/node-key.js";
import type { After } from "../types/infer.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";

/**
 * The keys of the nodes that a call comes after, each once, in the order of the `after` list.
 *
 * @throws `AFTER_NOT_A_RESULT` for workflow inputs and for values that are not the result of a call.
 */
export function keysOf(after: readonly After[] | undefined, at: string): readonly NodeKey[] {
  if (after === undefined) return [];
  if (!Array.isArray(after)) throw notList(after, at);
  return [...new Set([...after].flatMap((result: unknown) => keysIn(result, at)))];
}

function keysIn(result: unknown, at: string): readonly NodeKey[] {
  if (isVoidPromise(result)) return [result["~node"]];
  if (isPromise(result)) return [keyOf(result, at)];
  // The named outputs of a call, or several results that the author put together.
  const parts = isPlainObject(result) ? Object.values(result) : [];
  if (parts.length === 0 || !parts.every(isPromise)) throw notResult(result, at);
  return parts.map((part) => keyOf(part, at));
}

function keyOf(promise: Parameters<typeof targetOf>[0], at: string): NodeKey {
  const { node } = targetOf(promise);
  if (isStart(node))
    throw errors.AFTER_NOT_A_RESULT({
      at,
      given: "a workflow input",
      advice: "Leave it out: workflow inputs are available from the start.",
    });
  return node;
}

function notResult(given: unknown, at: string): Error {
  const advice = isEntity(given) ? "Call it first, and pass the result of the call." : undefined;
  return errors.AFTER_NOT_A_RESULT({ at, given: describeValue(given), advice });
}

function notList(given: unknown, at: string): Error {
  const advice = "Put it into a list: `after: [first]`.";
  return errors.AFTER_NOT_A_RESULT({ at, given: `${describeValue(given)}, which is not a list`, advice });
}
