import type { Signal } from "@flytekit-ts/core/storage";
import type { Timing } from "../watching/timing.js";

const MINUTE = 60_000;

/** Lets through at most so many in any minute; the others wait their turn. */
export function rateLimit(
  perMinute: number,
  timing: Pick<Timing, "now" | "wait">,
): (signal: Signal) => Promise<void> {
  const passed: number[] = [];
  let queue: Promise<void> = Promise.resolve();
  const pass = async (signal: Signal): Promise<void> => {
    const first = passed.length < perMinute ? undefined : passed.shift();
    const wait = first === undefined ? 0 : first + MINUTE - timing.now();
    if (wait > 0) await timing.wait(wait, signal);
    passed.push(timing.now());
  };
  return (signal) => {
    const turn = queue.then(async () => pass(signal));
    queue = turn.catch(() => {});
    return turn;
  };
}
