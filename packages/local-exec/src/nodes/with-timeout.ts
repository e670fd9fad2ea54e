/** How long something may take, what to say when it takes longer, and the signal of what is around it. */
export interface Limit {
  readonly milliseconds: number;
  readonly late: () => unknown;
  readonly outer: AbortSignal;
}

// What setTimeout takes at the most, about 24 days: longer limits are waited for in pieces.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Run something with a signal of its own that fires when its time is over, and fail then. */
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
