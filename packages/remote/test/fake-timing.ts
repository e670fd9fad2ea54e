import type { Timing } from "../src/watching/timing.js";

/** Time that passes only while somebody waits, and the pauses that there were, in milliseconds. */
export function fakeTiming(): Timing & { readonly pauses: number[] } {
  const pauses: number[] = [];
  let now = 0;
  return {
    pauses,
    now: () => now,
    random: () => 1,
    async wait(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
    },
  };
}
