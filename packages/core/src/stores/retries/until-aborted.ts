import type { Signal } from "../../storage/signal.js";

/**
 * What work gives, unless a signal fires before: the modules of authors and standard input may never come to an end. What
 * the work does after that has no effect.
 *
 * @throws the reason of the signal
 */
export async function untilAborted<T>(work: Promise<T>, signal: Signal | undefined): Promise<T> {
  if (signal === undefined) return work;
  // Nobody waits for it once the signal has fired.
  work.catch(() => undefined);
  let stop = (): void => {};
  const fired = new Promise<void>((resolve) => {
    const end = (): void => resolve();
    signal.addEventListener("abort", end, { once: true });
    stop = () => signal.removeEventListener("abort", end);
    if (signal.aborted) end();
  });
  const aborted = fired.then((): never => {
    throw signal.reason;
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stop();
  }
}
