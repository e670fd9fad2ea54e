import type { Signal } from "@flytekit-ts/core/storage";

/** Where watching has its time from. Tests have others, which do not wait. */
export interface Timing {
  /** Milliseconds, from any start on. */
  now(): number;
  /** Waits so many milliseconds, or until the signal fires. */
  wait(milliseconds: number, signal: Signal | undefined): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The time of this machine. */
export const realTiming: Timing = {
  now: () => performance.now(),
  wait: async (milliseconds, signal) => {
    if (signal?.aborted === true) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener("abort", end);
    });
  },
  random: () => Math.random(),
};
