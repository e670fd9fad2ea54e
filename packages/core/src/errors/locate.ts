import { stackOf } from "../source/capture-stack.js";
import type { Place } from "../source/place.js";
import { FlytekitError, isFlytekitError } from "./flytekit-error.js";

/**
 * The same error with the author's line, unless it has one already. Errors of other packages are returned
 * unchanged.
 */
export function locate(error: unknown, place: Place): unknown {
  if (!isFlytekitError(error) || error.location !== undefined) return error;
  const { code, origin, text, hint, params, cause } = error;
  const located = new FlytekitError({ code, origin, text, hint, params, cause, location: place.location });
  // Keep the stack of the original error: a new stack would begin in this helper.
  const stack = stackOf(error);
  const frames = stack.indexOf("\n    at ", error.message.length);
  located.stack = `${located.name}: ${located.message}${frames < 0 ? "" : stack.slice(frames)}`;
  return located;
}
