import * as errors from "../errors.js";
import { placeOfCaller } from "../source/source-location.js";
import { describeTarget, type PromiseTarget } from "../trace/promise-target.js";

/** The error for a promise that was used as if it were its value, at the line that called `callee`. */
export function usedAsValue(
  target: PromiseTarget,
  use: string,
  callee: (...args: never[]) => unknown,
): Error {
  const { location } = placeOfCaller(callee);
  const isList = target.type.members?.kind === "list";
  return errors.PROMISE_USED_AS_VALUE({ promise: describeTarget(target), use, isList }, { location });
}
