import type { Signal } from "../storage/signal.js";

/** What ends the waiting for an item: a signal, or a time in milliseconds without one. */
export interface Watch {
  readonly signal?: Signal | undefined;
  readonly timeout: number;
  readonly stalled: () => Error;
  readonly aborted: (reason: unknown) => Error;
}

/**
 * The items of a source, until a signal fires or the source keeps one waiting for too long. The source is not told:
 * whoever opened it closes it. The time that the consumer takes does not count.
 */
export async function* watched<T>(source: AsyncIterable<T>, watch: Watch): AsyncGenerator<T, undefined> {
  const { signal, timeout, stalled, aborted } = watch;
  const items = source[Symbol.asyncIterator]();
  let fail = (_error: Error): void => {};
  const onAbort = (): void => fail(aborted(signal?.reason));
  const timer = setTimeout(() => fail(stalled()), timeout);
  signal?.addEventListener("abort", onAbort);
  try {
    while (true) {
      timer.refresh();
      const next = await new Promise<IteratorResult<T, unknown>>((resolve, reject) => {
        fail = reject;
        if (signal?.aborted === true) reject(aborted(signal.reason));
        else items.next().then(resolve, reject);
      });
      if (next.done === true) return undefined;
      yield next.value;
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    // Nobody waits for it: a source that does not answer does not end either.
    void Promise.resolve(items.return?.()).catch(() => {});
  }
}
