import type { Timing } from "../../watching/timing.js";

/** The pauses between looks at something that changes, in milliseconds. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

const FACTOR = 1.5;

/**
 * The pauses of a loop, one after the other: each is longer than the one before, up to the longest, and shortened by up to a
 * fifth, so that clients that began together do not stay together.
 */
export function pausesOf({ first, longest }: Backoff, timing: Timing): () => number {
  let next = Math.min(first, longest);
  return () => {
    const pause = next * (0.8 + 0.2 * timing.random());
    next = Math.min(next * FACTOR, longest);
    return pause;
  };
}
