import type { PlannedNode } from "../../plan/plan.js";
import type { Maybe } from "../../scope/maybe.js";
import type { Scope } from "../../scope/scope.js";

/** How long an attempt of a node may take, in milliseconds. Undefined if it may take any time. */
export function timeoutOf({ message }: PlannedNode): number | undefined {
  const timeout = message.metadata?.timeout;
  if (timeout === undefined) return undefined;
  const milliseconds = Number(timeout.seconds) * 1000 + timeout.nanos / 1_000_000;
  return milliseconds > 0 ? milliseconds : undefined;
}

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
  run: (scope: Scope) => Maybe<T>,
): Promise<T> {
  return scope.within((timed) => {
    const expired = new Promise<never>((_resolve, reject) => {
      const stop = scope.run.clock.after(milliseconds, () => {
        const error = late();
        timed.end(error);
        reject(error);
      });
      timed.onEnd(stop);
    });
    return Promise.race([run(timed), expired]);
  });
}
