import type { RunEvent } from "./events.js";
import type { Place } from "./spool.js";

/** Where the events of a block are: in memory, in the spool, or nowhere, and why. */
export type Kept =
  | { readonly in: "memory"; readonly events: RunEvent[] }
  | { readonly in: "spool"; readonly place: Place }
  | { readonly in: "nothing"; readonly cause: unknown };

/** Events that followed each other, and are written and read together. */
export interface EventBlock {
  kept: Kept;
  /** How many events it has. */
  count: number;
  /** About how many bytes of memory its events take. */
  weight: number;
}

/** A block with so many events, or with such a weight, is full. */
const MOST_EVENTS = 250;
const MOST_WEIGHT = 250_000;

export function emptyBlock(): EventBlock {
  return { kept: { in: "memory", events: [] }, count: 0, weight: 0 };
}

export function isFull({ count, weight }: EventBlock): boolean {
  return count >= MOST_EVENTS || weight >= MOST_WEIGHT;
}
