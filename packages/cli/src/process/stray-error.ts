import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";

/** What was thrown where nobody waited for it, as an error of ours with the line that it came from. */
export function strayError(thrown: unknown): unknown {
  if (isFlytekitError(thrown)) return thrown;
  const stack: unknown = typeof thrown === "object" && thrown !== null && Reflect.get(thrown, "stack");
  const location = typeof stack === "string" ? placeOfStack(stack) : undefined;
  return errors.ERROR_UNHANDLED({ said: textOf(thrown) }, { cause: thrown, location });
}
