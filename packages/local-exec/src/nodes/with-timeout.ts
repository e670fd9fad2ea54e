import type { Scope } from "../scope/scope.js";

/** How long a function may run, and the error if it takes longer. */
export interface Limit {
  readonly milliseconds: number;
  readonly late: () => unknown;
}

/**
 * Run a function in a scope of its own with a time limit. When the time is over, the scope ends and the returned promise
 * rejects.
 *
 * The timer ends with the scope. Otherwise it would keep the process alive after the run.
 */
export function withTimeout<T>(
  { milliseconds, late }: Limit,
  scope: Scope,
  run: (scope: Scope) => Promise<T>,
): Promise<T> {
  return scope.within((timed) => {
    const expired = new Promise<never>((_resolve, reject) => {
      const stop = startTimer(milliseconds, () => {
        const error = late();
        timed.end(error);
        reject(error);
      });
      timed.onEnd(stop);
    });
    return Promise.race([run(timed), expired]);
  });
}

// The longest delay of setTimeout, about 24 days. Longer limits use several timers, one after the other.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Start a timer for any number of milliseconds. Returns a function that stops it. */
function startTimer(milliseconds: number, ring: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    const next = Math.min(left, LONGEST_TIMER);
    timer = setTimeout(() => (left > next ? wait(left - next) : ring()), next);
  };
  wait(milliseconds);
  return () => clearTimeout(timer);
}
