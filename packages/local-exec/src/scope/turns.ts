import { elapsed } from "../clock/elapsed.js";

/** How long work may go on before timers, signals and I/O get a turn, in milliseconds. */
const LONGEST_STRETCH = 10;

/**
 * Gives the event loop a turn between stretches of work.
 *
 * Work that never waits would block the event loop: timers would be late, and abort signals could not fire.
 */
export class Turns {
  #last = elapsed();

  /** Whether work has gone on for so long that it should wait for a turn. */
  get isDue(): boolean {
    return elapsed() - this.#last >= LONGEST_STRETCH;
  }

  async take(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#last = elapsed();
  }
}
