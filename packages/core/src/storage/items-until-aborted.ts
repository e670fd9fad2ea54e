import type { Signal } from "./signal.js";

/**
 * The items of a source, until a signal fires: then it throws the error of `aborted` at once, also while the source keeps one waiting. What
 * the source does after that has no effect.
 */
export async function* itemsUntilAborted<T>(
  source: AsyncIterable<T>,
  signal: Signal | undefined,
  aborted: (reason: unknown) => Error,
): AsyncGenerator<T, undefined> {
  const items = source[Symbol.asyncIterator]();
  let fail = (_error: Error): void => {};
  const onAbort = (): void => fail(aborted(signal?.reason));
  signal?.addEventListener("abort", onAbort);
  let isDone = false;
  try {
    while (true) {
      const next = await new Promise<IteratorResult<T, unknown>>((resolve, reject) => {
        fail = reject;
        if (signal?.aborted === true) reject(aborted(signal.reason));
        else items.next().then(resolve, reject);
      });
      if (next.done === true) {
        isDone = true;
        return undefined;
      }
      yield next.value;
    }
  } finally {
    signal?.removeEventListener("abort", onAbort);
    // Nobody waits for it: a source that does not answer does not end either.
    if (!isDone) void Promise.resolve(items.return?.()).catch(() => {});
  }
}
