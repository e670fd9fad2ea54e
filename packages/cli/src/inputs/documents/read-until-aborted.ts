import { type Signal, untilAborted } from "@flytekit-ts/core/storage";
import { errors } from "../../errors.js";

/**
 * What is read, unless a signal fires before: standard input may never come to an end.
 *
 * @throws `INPUTS_INVALID` with the signal's reason as its cause.
 */
export async function readUntilAborted<T>(work: Promise<T>, signal: Signal | undefined): Promise<T> {
  try {
    return await untilAborted(work, signal);
  } catch (error) {
    if (signal?.aborted !== true || error !== signal.reason) throw error;
    const params = { command: "tsflyte", problems: ["reading the inputs was ended"] };
    throw errors.INPUTS_INVALID(params, { cause: error });
  }
}
