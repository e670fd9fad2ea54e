import { pause, type Signal } from "@flytekit-ts/core/storage";

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
  wait: pause,
  random: () => Math.random(),
};
