import type { Turns } from "../scope/turns.js";

/**
 * The nodes of one graph that may start, in their order.
 *
 * Starting a hundred thousand of them at once would block the event loop, so they start a stretch at a time.
 */
export class Ready {
  readonly #turns: Turns;
  readonly #start: (index: number) => void;
  #indexes: number[] = [];
  #next = 0;
  #isWaiting = false;
  #isStarting = false;

  constructor(turns: Turns, start: (index: number) => void) {
    this.#turns = turns;
    this.#start = start;
  }

  add(index: number): void {
    this.#indexes.push(index);
  }

  /** Start all nodes. A node that ends at once may add others; they are started by the same loop, and not by recursion. */
  startAll(): void {
    if (this.#isWaiting || this.#isStarting) return;
    this.#isStarting = true;
    while (this.#next < this.#indexes.length && !this.#turns.isDue) {
      const index = this.#indexes[this.#next] ?? 0;
      this.#next += 1;
      this.#start(index);
    }
    this.#isStarting = false;
    if (this.#next < this.#indexes.length) return this.#wait();
    this.#indexes = [];
    this.#next = 0;
  }

  #wait(): void {
    this.#isWaiting = true;
    void this.#turns.take().then(() => {
      this.#isWaiting = false;
      this.startAll();
    });
  }
}
