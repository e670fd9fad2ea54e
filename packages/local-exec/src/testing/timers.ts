/** A timer of a virtual clock. */
export interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** Timers by their time. Of two with the same time, the one that was set first comes first. */
export class Timers {
  readonly #timers: Timer[] = [];

  get first(): Timer | undefined {
    return this.#timers[0];
  }

  get size(): number {
    return this.#timers.length;
  }

  add(timer: Timer): void {
    // The index of the first timer that is later.
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.at ?? 0) <= timer.at) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
  }

  delete(timer: Timer): void {
    const index = this.#timers.indexOf(timer);
    if (index >= 0) this.#timers.splice(index, 1);
  }
}
