import type { Place } from "../source/place.js";
import { FlytekitError, isFlytekitError } from "./flytekit-error.js";

/** The same error with the author's line, unless it has one already. What is not ours passes unchanged. */
export function locate(error: unknown, place: Place): unknown {
  if (!isFlytekitError(error) || error.location !== undefined) return error;
  const { code, origin, text, hint, params, cause } = error;
  const located = new FlytekitError({ code, origin, text, hint, params, cause, location: place.location });
  // The stack that led here, not the one of this helper.
  const frames = error.stack?.indexOf("\n    at ", error.message.length) ?? -1;
  located.stack = `${located.name}: ${located.message}${frames < 0 ? "" : error.stack?.slice(frames)}`;
  return located;
}
