import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";

/** What was thrown where nobody waited for it, as an error of ours with the line that it came from. */
export function strayError(thrown: unknown): unknown {
  if (isFlytekitError(thrown)) return thrown;
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const location = stack === undefined ? undefined : placeOfStack(stack);
  return errors.ERROR_UNHANDLED({ said: textOf(thrown) }, { cause: thrown, location });
}
