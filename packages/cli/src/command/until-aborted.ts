import type { Signal } from "@flytekit-ts/core/storage";

/** What work gives, unless a signal fires before: authors' modules and standard input may never come to an end. @throws its reason */
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
