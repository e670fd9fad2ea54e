import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { type Outcome, SKIPPED } from "../scope/node-run.js";
import { toFlytekitError } from "../scope/to-flytekit-error.js";

/** An item that failed. */
export interface FailedItem {
  readonly index: number;
  readonly error: FlytekitError;
}

/** The items to run, and how many must succeed. */
export interface Items {
  readonly size: number;
  /** How many items must succeed. */
  readonly wanted: number;
  readonly atATime: number;
  run(index: number): Promise<Outcome>;
  /** Makes the error of the map. The items are in the order in which they failed. */
  failure(failed: readonly FailedItem[]): unknown;
}

/**
 * Run items in parallel, starting them in order, and return the outputs of each; undefined for a failed item.
 *
 * M1. It fails as soon as too many items have failed. No other item starts after that.
 * M2. It succeeds when enough items have succeeded and all have ended.
 */
export function runItems(items: Items): Promise<readonly (Literals | undefined)[]> {
  const { size, wanted, atATime } = items;
  return new Promise((resolve, reject) => {
    const results: (Literals | undefined)[] = Array.from({ length: size });
    const failed: FailedItem[] = [];
    let next = 0;
    let running = 0;
    const isLost = (): boolean => size - failed.length < wanted;
    const goOn = (): void => {
      if (isLost()) return reject(items.failure(failed));
      const free = Math.min(atATime - running, size - next);
      for (let i = 0; i < free; i += 1) start(next++);
      if (running === 0) resolve(results);
    };
    const start = (index: number): void => {
      running += 1;
      items.run(index).then(
        (outcome) => {
          if (outcome !== SKIPPED) results[index] = outcome;
          ended();
        },
        (error: unknown) => {
          failed.push({ index, error: toFlytekitError(error) });
          ended();
        },
      );
    };
    const ended = (): void => {
      running -= 1;
      goOn();
    };
    goOn();
  });
}
