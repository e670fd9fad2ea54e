import { delayPairs } from "../../summary/delay-counts.js";
import type { DelayCounts } from "../../summary/delay-counts.js";

/** Flights with `above < delay <= upTo`; both in minutes. */
export interface DelayBin {
  readonly above: number;
  readonly upTo: number;
  readonly flights: number;
}

/** Minutes in one bin; 15, the bound of late, is an edge. */
export const binMinutes = 5;
const lowest = -60;
const highest = 180;

/** Count delays in bins of five minutes from -60 to 180; the first and last also hold what lies beyond. */
export function binDelays(counts: DelayCounts): DelayBin[] {
  const bins = Array.from({ length: (highest - lowest) / binMinutes }, () => 0);
  for (const [minute, flights] of delayPairs(counts)) {
    const position = Math.ceil((minute - lowest) / binMinutes) - 1;
    const bin = Math.min(Math.max(position, 0), bins.length - 1);
    bins[bin] = (bins[bin] ?? 0) + flights;
  }
  return bins.map((flights, i) => {
    const above = lowest + i * binMinutes;
    return { above, upTo: above + binMinutes, flights };
  });
}
