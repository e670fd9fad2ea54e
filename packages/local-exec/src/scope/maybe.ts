/** A result, or the promise of one. Work that waits for nothing gives its result at once: waiting costs more than a small task. */
export type Maybe<T> = T | Promise<T>;

/** Go on with the result of some work, or with what it threw: at once, or when it comes. */
export function whenDone<T, R>(
  work: () => Maybe<T>,
  done: (result: T) => Maybe<R>,
  failed: (error: unknown) => Maybe<R>,
): Maybe<R> {
  let result: Maybe<T>;
  try {
    result = work();
  } catch (error) {
    return failed(error);
  }
  return result instanceof Promise ? result.then(done, failed) : done(result);
}
