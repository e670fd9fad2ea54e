/** A task takes a slot to run, and gives it back afterwards. */
export interface SlotSource {
  take(): Promise<void>;
  giveBack(): void;
}

/** How long tasks may run one after the other before timers, signals and I/O get a turn, in milliseconds. */
const LONGEST_STRETCH = 10;

/**
 * Limits how many tasks run at a time. Tasks get slots in the order in which they ask.
 *
 * Tasks that never wait would block the event loop, and abort signals could not fire. So a task that starts after a
 * long stretch of work first gives the event loop a turn.
 */
export class Slots implements SlotSource {
  #free: number;
  #lastTurn = performance.now();
  #waiting: (() => void)[] = [];
  /** Index of the first task that still waits. Removing from the front of a long array would move all the rest. */
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
 * They become free when the part ends, even if a task ignores its signal and goes on. Otherwise that task would
 * keep later tasks from running.
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

/** A slot that a task holds. It goes back only once, even if `giveBack` is called again. */
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
