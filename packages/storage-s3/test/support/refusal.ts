import { isFlytekitError } from "@flytekit-ts/core/errors";

/** The message of the error of ours that something throws, with code and hint. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isFlytekitError(error)) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}
