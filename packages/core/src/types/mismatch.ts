import { errors } from "../errors.js";
import { segmentOf } from "./plain-object.js";

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

/** What `convert` gives; a mismatch in it has `key` in front of its path. */
export function atKey<T>(key: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(segmentOf(key), error);
  }
}
