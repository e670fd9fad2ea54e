import { systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { emptyBlock, type EventBlock, isFull } from "./event-block.js";
import { fromEventBytes, toEventBytes } from "./event-bytes.js";
import type { RunEvent } from "./events.js";
import { Spool } from "./spool.js";
import { weightOf } from "./weight-of.js";

/** How much memory the events of a run take before the first ones are written to disk, in bytes. */
const MOST_IN_MEMORY = 1_000_000;
/** How much they take at most, while the disk is slower than the run. */
const MOST_BEHIND = 2 * MOST_IN_MEMORY;

/**
 * The events of one run, with bounded memory.
 *
 * B1. The latest are in memory, those before them in a temporary file, and none is in neither without `EVENTS_LOST`.
 * B2. Blocks are written in order, one at a time. A block stays in memory until it is written.
 * B3. If the file fails, nothing more is written. Blocks that would have been are lost, and the run goes on: it does
 *     not depend on who might read its events later.
 */
export class EventBlocks {
  readonly #all: EventBlock[] = [emptyBlock()];
  #spool: Spool | undefined;
  #failure: { readonly cause: unknown } | undefined;
  /** About how many bytes the events in memory take. */
  #weight = 0;
  /** The first block that is in memory. */
  #next = 0;
  #isWriting = false;
  #waiting: (() => void)[] = [];

  /** Add an event. Returns a promise if the events in memory are too many: it resolves when they are not any more. */
  add(event: RunEvent): Promise<void> | undefined {
    let block = this.#all.at(-1);
    if (block === undefined || isFull(block)) this.#all.push((block = emptyBlock()));
    if (block.kept.in === "memory") block.kept.events.push(event);
    const weight = weightOf(event);
    block.count += 1;
    block.weight += weight;
    this.#weight += weight;
    if (this.#weight <= MOST_IN_MEMORY || !isFull(block)) return undefined;
    this.#write();
    return this.#weight > MOST_BEHIND ? new Promise((resolve) => this.#waiting.push(resolve)) : undefined;
  }

  /** The block with an index. */
  at(index: number): EventBlock | undefined {
    return this.#all[index];
  }

  /** The events of a block. @throws `EVENTS_LOST` */
  async load({ kept, count }: EventBlock): Promise<readonly RunEvent[]> {
    if (kept.in === "memory") return kept.events;
    let cause: unknown;
    try {
      if (kept.in === "nothing") cause = kept.cause;
      else if (this.#spool !== undefined) return fromEventBytes(await this.#spool.read(kept.place));
    } catch (error) {
      cause = error;
    }
    throw errors.EVENTS_LOST({ count, reason: systemWords(cause, "writing") }, { cause });
  }

  #write(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    void this.#writeAll().finally(() => {
      this.#isWriting = false;
      for (const resume of this.#waiting.splice(0)) resume();
    });
  }

  async #writeAll(): Promise<void> {
    for (;;) {
      const block = this.#all[this.#next];
      if (block === undefined || !isFull(block) || this.#weight <= MOST_IN_MEMORY) return;
      block.kept = await this.#written(block);
      this.#next += 1;
      this.#weight -= block.weight;
    }
  }

  async #written({ kept }: EventBlock): Promise<EventBlock["kept"]> {
    if (kept.in !== "memory") return kept;
    if (this.#failure === undefined) {
      try {
        this.#spool ??= new Spool();
        return { in: "spool", place: await this.#spool.append(toEventBytes(kept.events)) };
      } catch (cause) {
        this.#failure = { cause };
      }
    }
    return { in: "nothing", cause: this.#failure.cause };
  }
}
