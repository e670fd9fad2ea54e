import type { Signal } from "../../storage/signal.js";

// A timer takes no more, and fires at once for what is longer: 24 days.
const LONGEST = 2 ** 31 - 1;

/** Waits so many milliseconds, at most 24 days, or until the signal fires. It never rejects. */
export async function pause(milliseconds: number, signal: Signal | undefined): Promise<void> {
  if (signal?.aborted === true) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, LONGEST));
    signal?.addEventListener("abort", end);
  });
}
