import type { Clock } from "./clock.js";
import { elapsed } from "./elapsed.js";

// The longest delay of setTimeout, about 24 days. Longer ones use several timers, one after the other.
const LONGEST_TIMER = 2 ** 31 - 1;

/** The clock of this machine. */
export const realClock: Clock = {
  now: () => Date.now(),
  elapsed,
  after(milliseconds, ring) {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const next = Math.min(left, LONGEST_TIMER);
      timer = setTimeout(() => (left > next ? wait(left - next) : ring()), next);
    };
    wait(milliseconds);
    return () => clearTimeout(timer);
  },
};
