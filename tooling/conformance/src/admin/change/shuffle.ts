import type { GrpcRow } from "../rows/admin-row.js";
import { conflict, footprintOf } from "./footprint.js";

/**
 * Calls in another order in which each gets the same answer. Those of which one writes what the other reads or writes stay in
 * their order; among all others chance decides, by a seed.
 */
export function shuffle<R extends GrpcRow>(rows: readonly R[], seed: number): readonly R[] {
  const random = chance(seed);
  const footprints = rows.map(footprintOf);
  const waiting = rows.map((_, index) => {
    const own = footprints[index];
    return new Set(footprints.flatMap((each, at) => (at < index && own && conflict(each, own) ? [at] : [])));
  });
  const left = new Set(rows.keys());
  const order: R[] = [];
  while (left.size > 0) {
    const ready = [...left].filter((index) => waiting[index]?.size === 0);
    const next = ready[Math.floor(random() * ready.length)] ?? 0;
    left.delete(next);
    for (const each of waiting) each.delete(next);
    order.push(...rows.slice(next, next + 1));
  }
  return order;
}

/** Numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
