import { EventBlocks } from "./event-blocks.js";
import { EventReader } from "./event-reader.js";
import type { EventSink } from "./event-sink.js";
import type { RunEvent } from "./events.js";

/**
 * Keeps the events of one run for any number of readers, with bounded memory.
 *
 * L1. Each reader gets every event from the first on, even if it starts late, and events of its own: what it does to
 *     them is not seen by others. If an event cannot be read any more it is told so, never left without.
 * L2. A reader ends when the run has ended and the reader has had every event, or at once when it returns.
 */
export class EventLog implements EventSink {
  readonly #blocks = new EventBlocks();
  readonly #readers = new Set<EventReader>();
  #isOver = false;

  tell(event: RunEvent): Promise<void> | undefined {
    const room = this.#blocks.add(event);
    for (const reader of this.#readers) reader.wake();
    return room;
  }

  end(): void {
    this.#isOver = true;
    for (const reader of this.#readers) reader.wake();
  }

  read(): AsyncIterableIterator<RunEvent, undefined> {
    const reader: EventReader = new EventReader(this.#blocks, {
      isOver: () => this.#isOver,
      leave: () => void this.#readers.delete(reader),
    });
    this.#readers.add(reader);
    return reader;
  }
}
