/** How long tasks may follow each other before timers, signals and I/O get their turn; milliseconds. */
const LONGEST_STRETCH = 10;

/**
 * Lets a limited number of tasks run at a time, first come first served.
 *
 * Tasks that never wait would keep the event loop to themselves: abort signals could not fire. So a task
 * that starts after a long stretch of work first lets everything else have a turn.
 */
export class Slots {
  #free: number;
  #lastTurn = performance.now();
  #waiting: (() => void)[] = [];
  /** Index of the first that still waits; taking from the front of a long array would move all the rest. */
  #first = 0;

  constructor(limit: number) {
    this.#free = limit;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (performance.now() - this.#lastTurn < LONGEST_STRETCH) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#lastTurn = performance.now();
  }

  giveBack(): void {
    const next = this.#waiting[this.#first];
    if (next !== undefined) {
      this.#first += 1;
      return next();
    }
    this.#free += 1;
    this.#waiting = [];
    this.#first = 0;
  }
}
