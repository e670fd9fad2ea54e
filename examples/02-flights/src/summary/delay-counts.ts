/**
 * How many flights had each delay: `flights[i]` of them were `minute[i]` minutes late.
 *
 * Delays are whole minutes, so a few hundred pairs say all there is to know about any number of flights.
 * They add up without loss, whatever the order: that is what lets slices be summarized apart and combined.
 */
export interface DelayCounts {
  /** Delays that occur, in minutes, ascending. */
  minute: number[];
  /** How often each occurs; never 0. */
  flights: number[];
}

/** Count delays. */
export function countDelays(delays: readonly number[]): DelayCounts {
  const counts = new Map<number, number>();
  for (const delay of delays) counts.set(delay, (counts.get(delay) ?? 0) + 1);
  return fromMap(counts);
}

/** The counts of all flights together. */
export function mergeDelayCounts(parts: readonly DelayCounts[]): DelayCounts {
  const counts = new Map<number, number>();
  for (const part of parts) {
    for (const [minute, flights] of delayPairs(part)) counts.set(minute, (counts.get(minute) ?? 0) + flights);
  }
  return fromMap(counts);
}

/** Pairs of minutes and number of flights, ascending by minute. */
export function delayPairs({ minute, flights }: DelayCounts): [minute: number, flights: number][] {
  return minute.map((value, index) => [value, flights[index] ?? 0]);
}

function fromMap(counts: ReadonlyMap<number, number>): DelayCounts {
  const pairs = [...counts].toSorted(([a], [b]) => a - b);
  return { minute: pairs.map(([minute]) => minute), flights: pairs.map(([, flights]) => flights) };
}
