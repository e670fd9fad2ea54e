import { type FlytekitError, isFlytekitError, coreErrors } from "@flytekit-ts/core/errors";

/** What was thrown, as an error of ours: it is one, or a fault of this package that must not look like the user's. */
export function toFlytekitError(error: unknown): FlytekitError {
  if (isFlytekitError(error)) return error;
  return coreErrors.UNREACHABLE({ value: String(error) }, { cause: error });
}
