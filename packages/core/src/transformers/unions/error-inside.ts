import * as errors from "../../errors.js";
import type { FlytekitError } from "../../errors/flytekit-error.js";

/**
 * The error to report if no variant takes a value: that of the only one which looked inside it. Undefined if none did,
 * or several.
 */
export function errorInside(failures: readonly FlytekitError[]): FlytekitError | undefined {
  const inside = failures.filter(
    (error) => !errors.VALUE_TYPE_MISMATCH.is(error) || error.params.path !== "",
  );
  return inside.length === 1 ? inside[0] : undefined;
}
