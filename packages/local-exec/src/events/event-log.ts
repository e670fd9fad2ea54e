import type { EventSink } from "./event-sink.js";
import type { RunEvent } from "./events.js";
import { handOut } from "./hand-out.js";

type Next = IteratorResult<RunEvent, undefined>;

/**
 * Keeps the events of one run for any number of readers.
 *
 * L1. Each reader gets every event from the first on, even if it starts late.
 * L2. A reader ends when the run has ended and the reader has had every event, or at once when it returns.
 */
export class EventLog implements EventSink {
  readonly #events: RunEvent[] = [];
  readonly #readers = new Set<Reader>();
  #isOver = false;

  tell(event: RunEvent): undefined {
    this.#events.push(handOut(event));
    for (const reader of this.#readers) reader.wake();
  }

  end(): void {
    this.#isOver = true;
    for (const reader of this.#readers) reader.wake();
  }

  read(): AsyncIterableIterator<RunEvent, undefined> {
    const reader: Reader = new Reader(
      (index) => this.#events[index],
      () => this.#isOver,
      () => this.#readers.delete(reader),
    );
    this.#readers.add(reader);
    return reader;
  }
}

// Not a generator: `return` of a generator that waits for an event would wait for that event too.
class Reader implements AsyncIterableIterator<RunEvent, undefined> {
  readonly #eventAt: (index: number) => RunEvent | undefined;
  readonly #isOver: () => boolean;
  readonly #leave: () => void;
  #index = 0;
  #hasReturned = false;
  #waiting: ((next: Next) => void)[] = [];

  constructor(eventAt: (index: number) => RunEvent | undefined, isOver: () => boolean, leave: () => void) {
    this.#eventAt = eventAt;
    this.#isOver = isOver;
    this.#leave = leave;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Next> {
    return this.#take() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async return(): Promise<Next> {
    this.#hasReturned = true;
    this.wake();
    this.#leave();
    return { done: true, value: undefined };
  }

  /** There may be something new for those who wait. */
  wake(): void {
    while (this.#waiting.length > 0) {
      const next = this.#take();
      if (next === undefined) return;
      this.#waiting.shift()?.(next);
    }
  }

  #take(): Next | undefined {
    const event = this.#hasReturned ? undefined : this.#eventAt(this.#index);
    if (event === undefined)
      return this.#hasReturned || this.#isOver() ? { done: true, value: undefined } : undefined;
    this.#index += 1;
    return { done: false, value: event };
  }
}
