import { isFlytekitError } from "@flytekit-ts/core/errors";

/** An error for the log of a container. One of ours says all in its message; others have their stack. */
export function describeFailure(error: unknown): string {
  return isFlytekitError(error) ? error.message : process.getBuiltinModule("node:util").inspect(error);
}
