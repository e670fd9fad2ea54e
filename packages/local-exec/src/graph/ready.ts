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

  constructor(turns: Turns, start: (index: number) => void) {
    this.#turns = turns;
    this.#start = start;
  }

  add(index: number): void {
    this.#indexes.push(index);
  }

  startAll(): void {
    if (this.#isWaiting) return;
    for (; this.#next < this.#indexes.length; this.#next += 1) {
      if (this.#turns.isDue) return this.#wait();
      this.#start(this.#indexes[this.#next] ?? 0);
    }
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
