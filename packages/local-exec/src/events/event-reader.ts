import type { EventBlock } from "./event-block.js";
import type { EventBlocks } from "./event-blocks.js";
import type { RunEvent } from "./events.js";
import { handOut } from "./hand-out.js";

type Next = IteratorResult<RunEvent, undefined>;

interface Waiting {
  readonly resolve: (next: Next) => void;
  readonly reject: (error: unknown) => void;
}

/** What a reader asks of the log that it reads. */
interface OfLog {
  isOver(): boolean;
  /** The reader wants nothing more. */
  leave(): void;
}

const DONE: Next = { done: true, value: undefined };

/**
 * One who reads the events of a run, as far as they are there. It holds one block of those that are read from disk.
 *
 * Not a generator: `return` of a generator that waits for an event would wait for that event too.
 */
export class EventReader implements AsyncIterableIterator<RunEvent, undefined> {
  readonly #blocks: EventBlocks;
  readonly #log: OfLog;
  #index = 0;
  /** How many events of the block have been read. */
  #read = 0;
  /** The events of the block, if they come from disk. */
  #loaded: readonly RunEvent[] | undefined;
  #isLoading = false;
  #hasEnded = false;
  readonly #waiting: Waiting[] = [];

  constructor(blocks: EventBlocks, log: OfLog) {
    this.#blocks = blocks;
    this.#log = log;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @throws `EVENTS_LOST`, and then there are no more. */
  next(): Promise<Next> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.wake();
    });
  }

  async return(): Promise<Next> {
    this.#end();
    return DONE;
  }

  /** There may be something new for those who wait. */
  wake(): void {
    while (this.#waiting.length > 0 && !this.#isLoading) {
      const next = this.#take();
      if (next === undefined) return;
      this.#waiting.shift()?.resolve(next);
    }
  }

  #take(): Next | undefined {
    if (this.#hasEnded) return DONE;
    const block = this.#blocks.at(this.#index);
    if (block !== undefined && this.#read < block.count) return this.#takeFrom(block);
    if (block !== undefined && this.#blocks.at(this.#index + 1) !== undefined) {
      this.#index += 1;
      this.#read = 0;
      this.#loaded = undefined;
      return this.#take();
    }
    if (!this.#log.isOver()) return undefined;
    this.#end();
    return DONE;
  }

  #takeFrom(block: EventBlock): Next | undefined {
    const events = block.kept.in === "memory" ? block.kept.events : this.#loaded;
    const event = events?.[this.#read];
    if (event === undefined) {
      void this.#load(block);
      return undefined;
    }
    this.#read += 1;
    return { done: false, value: handOut(event) };
  }

  async #load(block: EventBlock): Promise<void> {
    this.#isLoading = true;
    let failure: { readonly error: unknown } | undefined;
    try {
      this.#loaded = await this.#blocks.load(block);
    } catch (error) {
      failure = { error };
    }
    this.#isLoading = false;
    if (failure === undefined || this.#hasEnded) return this.wake();
    const first = this.#waiting.shift();
    this.#end();
    first?.reject(failure.error);
  }

  #end(): void {
    this.#hasEnded = true;
    this.#loaded = undefined;
    this.#log.leave();
    for (const { resolve } of this.#waiting.splice(0)) resolve(DONE);
  }
}
