/** What tasks take to run, and give back. */
export interface SlotSource {
  take(): Promise<void>;
  giveBack(): void;
}

/** How long tasks may follow each other before timers, signals and I/O get their turn; milliseconds. */
const LONGEST_STRETCH = 10;

/**
 * Lets a limited number of tasks run at a time, first come first served.
 *
 * Tasks that never wait would keep the event loop to themselves: abort signals could not fire. So a task
 * that starts after a long stretch of work first lets everything else have a turn.
 */
export class Slots implements SlotSource {
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

/**
 * The slots that the tasks of one part of a run hold.
 *
 * When the part is over they are free, though a task that does not watch its signal may go on: it would keep
 * what comes next from running.
 */
export class HeldSlots implements SlotSource {
  readonly #outer: SlotSource;
  #held = 0;
  #isOver = false;

  constructor(outer: SlotSource) {
    this.#outer = outer;
  }

  async take(): Promise<void> {
    await this.#outer.take();
    if (this.#isOver) this.#outer.giveBack();
    else this.#held += 1;
  }

  giveBack(): void {
    if (this.#isOver) return;
    this.#held -= 1;
    this.#outer.giveBack();
  }

  giveAllBack(): void {
    this.#isOver = true;
    for (; this.#held > 0; this.#held -= 1) this.#outer.giveBack();
  }
}

/** A slot that a task holds, to be given back once. */
export class TakenSlot {
  readonly #slots: SlotSource;
  #isHeld = true;

  constructor(slots: SlotSource) {
    this.#slots = slots;
  }

  giveBack(): void {
    if (this.#isHeld) this.#slots.giveBack();
    this.#isHeld = false;
  }
}
