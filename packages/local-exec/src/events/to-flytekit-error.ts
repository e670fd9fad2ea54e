import { type FlytekitError, isFlytekitError, coreErrors, textOf } from "@flytekit-ts/core/errors";

/**
 * Turn a thrown value into a `FlytekitError`. A value that is not one comes from a bug of this package, so it becomes
 * `UNREACHABLE` and does not look like an error of the user.
 */
export function toFlytekitError(error: unknown): FlytekitError {
  if (isFlytekitError(error)) return error;
  return coreErrors.UNREACHABLE({ value: textOf(error) }, { cause: error });
}
