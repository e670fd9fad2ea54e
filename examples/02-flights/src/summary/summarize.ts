import type { Slice } from "../slice/slice.js";
import { countDelays, delayPairs, mergeDelayCounts } from "./delay-counts.js";
import type { DelayCounts } from "./delay-counts.js";
import { quantile } from "./quantile.js";

/** A flight is late when it arrives more than this many minutes after schedule. */
export const lateMinutes = 15;

/** The delays of a slice in a few figures, all in minutes. Without flights every figure is 0. */
export interface DelaySummary {
  label: string;
  /** How many flights. */
  flights: number;
  mean: number;
  /** Sample standard deviation; 0 for fewer than two flights. */
  sd: number;
  p10: number;
  median: number;
  p90: number;
  /** Share of flights that were late, 0 to 1. */
  shareLate: number;
  /** All delays, so that summaries can be combined without loss. */
  counts: DelayCounts;
}

/** Summarize the delays of one slice. */
export function summarize({ label, flights }: Slice): DelaySummary {
  return summarizeCounts(label, countDelays(flights.delay));
}

/**
 * The summary of all slices taken together, equal to what `summarize` gives for their union.
 *
 * Quantiles cannot be had from quantiles, hence the counts that each summary carries.
 */
export function combineSummaries(label: string, parts: readonly DelaySummary[]): DelaySummary {
  return summarizeCounts(label, mergeDelayCounts(parts.map(({ counts }) => counts)));
}

function summarizeCounts(label: string, counts: DelayCounts): DelaySummary {
  let flights = 0;
  let minutes = 0;
  let late = 0;
  for (const [minute, count] of delayPairs(counts)) {
    flights += count;
    minutes += minute * count;
    if (minute > lateMinutes) late += count;
  }
  const mean = flights === 0 ? 0 : minutes / flights;
  return {
    label,
    flights,
    mean,
    sd: standardDeviation(counts, flights, mean),
    p10: quantile(counts, 0.1),
    median: quantile(counts, 0.5),
    p90: quantile(counts, 0.9),
    shareLate: flights === 0 ? 0 : late / flights,
    counts,
  };
}

function standardDeviation(counts: DelayCounts, flights: number, mean: number): number {
  if (flights < 2) return 0;
  let squares = 0;
  for (const [minute, count] of delayPairs(counts)) squares += count * (minute - mean) ** 2;
  return Math.sqrt(squares / (flights - 1));
}
