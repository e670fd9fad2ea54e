import type { Waits } from "../src/waiting/waits.js";

/** Time that passes only while somebody waits, and the pauses that there were, in milliseconds. */
export function fakeWaits(): Waits & { readonly pauses: number[] } {
  const pauses: number[] = [];
  let now = 0;
  return {
    pauses,
    elapsed: () => now,
    random: () => 1,
    async pause(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
    },
  };
}
