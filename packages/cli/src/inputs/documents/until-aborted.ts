import type { Signal } from "@flytekit-ts/core/storage";
import { errors } from "../../errors.js";

/**
 * What a promise gives, unless a signal fires before: standard input may never come to an end.
 *
 * @throws `INPUTS_INVALID` with the signal's reason as its cause.
 */
export async function untilAborted<T>(work: Promise<T>, signal: Signal | undefined): Promise<T> {
  if (signal === undefined) return work;
  // Nobody waits for it once the signal has fired.
  work.catch(() => undefined);
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    listener = () => reject(abortion(signal));
    signal.addEventListener("abort", listener, { once: true });
    if (signal.aborted) listener();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (listener !== undefined) signal.removeEventListener("abort", listener);
  }
}

function abortion({ reason }: Signal): Error {
  const params = { command: "tsflyte", problems: ["reading the inputs was ended"] };
  return errors.INPUTS_INVALID(params, { cause: reason });
}
