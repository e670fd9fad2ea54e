import { delayPairs } from "./delay-counts.js";
import type { DelayCounts } from "./delay-counts.js";

/**
 * The delay that the given share of flights stays at or below, in minutes; 0 for no flights.
 *
 * Between two flights it interpolates (type 7 of Hyndman and Fan, the default of NumPy and R).
 */
export function quantile(counts: DelayCounts, share: number): number {
  const total = counts.flights.reduce((sum, flights) => sum + flights, 0);
  if (total === 0) return 0;
  const position = (total - 1) * share;
  const below = Math.floor(position);
  const low = nthDelay(counts, below);
  const high = nthDelay(counts, Math.min(below + 1, total - 1));
  return low + (high - low) * (position - below);
}

/** The delay of flight `n`, counted from 0 in order of delay. */
function nthDelay(counts: DelayCounts, n: number): number {
  let seen = 0;
  for (const [minute, flights] of delayPairs(counts)) {
    seen += flights;
    if (n < seen) return minute;
  }
  return 0;
}
