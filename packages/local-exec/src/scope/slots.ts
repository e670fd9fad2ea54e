import { Turns } from "./turns.js";

/**
 * Limits how many tasks run at a time. Tasks get slots in the order in which they ask. A task that starts after a long
 * stretch of work first gives the event loop a turn.
 */
export class Slots {
  readonly limit: number;
  readonly turns: Turns = new Turns();
  #free: number;
  #waiting: (() => void)[] = [];
  /** Index of the first task that still waits. Removing from the front of a long array would move all the rest. */
  #first = 0;

  constructor(limit: number) {
    this.limit = limit;
    this.#free = limit;
  }

  /** Take a slot without waiting, if one is free and the event loop does not need a turn first. */
  takeNow(): boolean {
    if (this.#free === 0 || this.turns.isDue) return false;
    this.#free -= 1;
    return true;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.turns.isDue) await this.turns.take();
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

/**
 * The slots that the tasks of one scope hold, without those of the scopes within it.
 *
 * They become free when the scope ends, even if a task ignores its signal and goes on. Otherwise that task would
 * keep later tasks from running. They come from the run itself and not from the enclosing scope: a dynamic that calls
 * itself nests thousands of scopes, and each task would pay for all of them.
 */
export class HeldSlots {
  readonly #all: Slots;
  #held = 0;
  #isOver = false;

  constructor(all: Slots) {
    this.#all = all;
  }

  takeNow(): boolean {
    if (this.#isOver || !this.#all.takeNow()) return false;
    this.#held += 1;
    return true;
  }

  async take(): Promise<void> {
    await this.#all.take();
    if (this.#isOver) this.#all.giveBack();
    else this.#held += 1;
  }

  giveBack(): void {
    if (this.#isOver) return;
    this.#held -= 1;
    this.#all.giveBack();
  }

  giveAllBack(): void {
    this.#isOver = true;
    for (; this.#held > 0; this.#held -= 1) this.#all.giveBack();
  }
}

/** A slot that a task holds. It goes back only once, even if `giveBack` is called again. */
export class TakenSlot {
  readonly #slots: HeldSlots;
  #isHeld = true;

  constructor(slots: HeldSlots) {
    this.#slots = slots;
  }

  giveBack(): void {
    if (this.#isHeld) this.#slots.giveBack();
    this.#isHeld = false;
  }
}
