import * as errors from "../errors.js";
import type { ThrowContext } from "../errors/define-errors.js";
import { type FlytekitError, isFlytekitError } from "../errors/flytekit-error.js";
import type { TypeFault } from "../errors/type-fault.js";
import { describeValue } from "../words/describe-value.js";
import { segmentOf } from "../words/plain-object.js";
import { faultOfValue } from "./fault-of-value.js";

/** The error for a value of the wrong type. Containers add their part of the path in front with `within`. */
export function mismatch(wanted: string, given: string, fault?: TypeFault): Error {
  return errors.VALUE_TYPE_MISMATCH({ path: "", wanted, given, fault });
}

/**
 * The error for a value that an author wrote. `fault` is the mistake as the type sees it; a more general one goes
 * first.
 */
export function refused(value: unknown, wanted: string, fault?: TypeFault): Error {
  return mismatch(wanted, describeValue(value), faultOfValue(value) ?? fault);
}

/**
 * The error for a value that could not be written. What is no error of ours comes from the value itself: from a getter
 * or a proxy that throws.
 */
export function unwritten(error: unknown, wanted: string): unknown {
  if (isFlytekitError(error)) return error;
  const given = "a value that throws when it is read";
  return errors.VALUE_TYPE_MISMATCH({ path: "", wanted, given, fault: "unreadable" }, { cause: error });
}

/** The same error with `segment` (`.name` or `[0]`) in front of its path. Errors without a path are returned unchanged. */
export function within(segment: string, error: unknown): unknown {
  if (errors.VALUE_TYPE_MISMATCH.is(error)) {
    const { path, ...rest } = error.params;
    return errors.VALUE_TYPE_MISMATCH({ path: joined(segment, path), ...rest }, contextOf(error));
  }
  if (errors.VALUE_NOT_STORED.is(error)) {
    const { path, ...rest } = error.params;
    return errors.VALUE_NOT_STORED({ path: joined(segment, path), ...rest }, contextOf(error));
  }
  if (!errors.UNION_AMBIGUOUS.is(error)) return error;
  const { path, ...rest } = error.params;
  return errors.UNION_AMBIGUOUS({ path: joined(segment, path), ...rest }, contextOf(error));
}

// The value of a recursive type may be wrong hundreds of levels deep.
const LONGEST = 300;

function joined(segment: string, path: string): string {
  return path.length <= LONGEST ? segment + path : `${segment}${path.slice(0, LONGEST)}...`;
}

function contextOf({ location, cause }: FlytekitError): ThrowContext {
  return { location, cause };
}

/** The result of `convert`. A mismatch that it throws gets `key` in front of its path. */
export function atKey<T>(key: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(segmentOf(key), error);
  }
}
