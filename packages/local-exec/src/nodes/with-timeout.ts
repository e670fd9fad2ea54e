/** How long a function may run, the error if it takes longer, and the signal of the enclosing scope. */
export interface Limit {
  readonly milliseconds: number;
  readonly late: () => unknown;
  readonly outer: AbortSignal;
}

// The longest delay of setTimeout, about 24 days. Longer limits use several timers, one after the other.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Run a function with a time limit. When the time is over, its signal fires and the returned promise rejects. */
export async function withTimeout<T>(
  { milliseconds, late, outer }: Limit,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    const wait = (left: number): void => {
      timer = setTimeout(
        () => {
          if (left > LONGEST_TIMER) return wait(left - LONGEST_TIMER);
          const error = late();
          controller.abort(error);
          reject(error);
        },
        Math.min(left, LONGEST_TIMER),
      );
    };
    wait(milliseconds);
  });
  try {
    return await Promise.race([run(AbortSignal.any([outer, controller.signal])), expired]);
  } finally {
    clearTimeout(timer);
  }
}
