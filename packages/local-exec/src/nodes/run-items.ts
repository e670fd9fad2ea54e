import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Maybe } from "../scope/maybe.js";
import { messageOf } from "../scope/message-of.js";
import { type Outcome, SKIPPED } from "../scope/node-run.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import type { Turns } from "../scope/turns.js";

/** What an item that failed says. Not its error: a map may have a hundred thousand, each with a stack. */
export interface FailedItem {
  readonly index: number;
  readonly message: string;
}

/** The items that failed, in the order in which they did, and the error of the first. */
export interface Failed {
  readonly items: readonly FailedItem[];
  readonly first: unknown;
}

/** The items to run, and how many must succeed. */
export interface Items {
  readonly size: number;
  /** How many items must succeed. */
  readonly wanted: number;
  readonly atATime: number;
  readonly turns: Turns;
  run(index: number): Maybe<Outcome>;
  succeeded(index: number, outputs: Literals): void;
  /** Makes the error of the map. */
  failure(failed: Failed): unknown;
}

/**
 * Run items in parallel, starting them in order.
 *
 * M1. It fails as soon as too many items have failed. No other item starts after that.
 * M2. It succeeds when enough items have succeeded and all have ended.
 * M3. It ends once: what ends later has no effect and costs nothing.
 * M4. However many items there are, at most `atATime` have started and not ended, and starting them does not block the
 *     event loop.
 */
export function runItems(items: Items): Promise<void> {
  return new Promise((resolve, reject) => new ItemsExecution(items, { resolve, reject }).start());
}

interface Settle {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

class ItemsExecution {
  readonly #items: Items;
  readonly #settle: Settle;
  readonly #failed: FailedItem[] = [];
  #firstError: unknown;
  #next = 0;
  #running = 0;
  #isOver = false;
  #isPaused = false;
  #isStarting = false;

  constructor(items: Items, settle: Settle) {
    this.#items = items;
    this.#settle = settle;
  }

  start(): void {
    if (this.#isOver) return;
    try {
      this.#startOrEnd();
    } catch (error) {
      this.#reject(error);
    }
  }

  // Whatever is thrown here would be lost, and the map would never end.
  #reject(error: unknown): void {
    this.#isOver = true;
    this.#settle.reject(error);
  }

  #startOrEnd(): void {
    const { size, wanted, atATime } = this.#items;
    if (size - this.#failed.length < wanted) {
      this.#isOver = true;
      const failed = { items: this.#failed, first: this.#firstError };
      return this.#settle.reject(this.#items.failure(failed));
    }
    // Items that end at once come back to here: the loop below goes on, rather than a recursion.
    if (this.#isStarting) return;
    this.#isStarting = true;
    while (this.#running < atATime && this.#next < size && !this.#isPaused && !this.#isOver)
      this.#startNext();
    this.#isStarting = false;
    if (this.#running > 0 || this.#isPaused || this.#isOver) return;
    this.#isOver = true;
    this.#settle.resolve();
  }

  #startNext(): void {
    if (this.#items.turns.isDue) return this.#pause();
    const index = this.#next;
    this.#next += 1;
    this.#running += 1;
    let outcome: Maybe<Outcome>;
    try {
      outcome = this.#items.run(index);
    } catch (error) {
      return this.#lost(index, error);
    }
    if (outcome instanceof Promise) return this.#await(index, outcome);
    this.#came(index, outcome);
  }

  // Apart, so that an item that ends at once makes no closures: half of its time is the garbage collector's.
  #await(index: number, outcome: Promise<Outcome>): void {
    void outcome.then(
      (came) => this.#came(index, came),
      (error: unknown) => this.#lost(index, error),
    );
  }

  #came(index: number, outcome: Outcome): void {
    this.#running -= 1;
    if (this.#isOver) return;
    try {
      if (outcome !== SKIPPED) this.#items.succeeded(index, outcome);
      this.#startOrEnd();
    } catch (error) {
      this.#reject(error);
    }
  }

  #lost(index: number, error: unknown): void {
    this.#running -= 1;
    if (this.#isOver) return;
    try {
      this.#addFailed(index, toFlytekitError(error));
      this.#startOrEnd();
    } catch (thrown) {
      this.#reject(thrown);
    }
  }

  #addFailed(index: number, error: FlytekitError): void {
    this.#firstError ??= error;
    this.#failed.push({ index, message: messageOf(error) });
  }

  #pause(): void {
    this.#isPaused = true;
    void this.#items.turns.take().then(() => {
      this.#isPaused = false;
      this.start();
    });
  }
}
