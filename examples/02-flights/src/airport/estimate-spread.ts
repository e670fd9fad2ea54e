import type { AirportDelays } from "./aggregate-airports.js";

/** How delays spread within airports and between them, in minutes. */
export interface Spread {
  /** Mean of all flights. */
  mean: number;
  /** Standard deviation of single flights around their airport's mean. */
  within: number;
  /** Standard deviation of the airports' true means; 0 when they differ no more than chance would have it. */
  between: number;
}

/**
 * Estimate both spreads by the method of moments (one-way analysis of variance with random effects).
 *
 *     within²  = sum of squares inside airports / (N - k)
 *     between² = (B - within²) / n0, or 0 if that is negative, where
 *     B        = sum of n (airport mean - grand mean)² / (k - 1)
 *     n0       = (N - sum of n² / N) / (k - 1)
 *
 * for k airports with n flights each and N in all. One spread within is assumed for all airports: one per
 * airport would let two equal flights pass for certainty.
 */
export function estimateSpread(airports: readonly AirportDelays[]): Spread {
  const k = airports.length;
  const total = sum(airports, ({ flights }) => flights);
  if (total === 0) return { mean: 0, within: 0, between: 0 };

  const mean = sum(airports, ({ flights, mean }) => flights * mean) / total;
  if (total === k || k === 1) return { mean, within: withinOf(airports, total - k), between: 0 };

  const within = withinOf(airports, total - k);
  const betweenSquares = sum(airports, (airport) => airport.flights * (airport.mean - mean) ** 2) / (k - 1);
  const effectiveFlights = (total - sum(airports, ({ flights }) => flights ** 2) / total) / (k - 1);
  const between = Math.sqrt(Math.max(0, (betweenSquares - within ** 2) / effectiveFlights));
  return { mean, within, between };
}

function withinOf(airports: readonly AirportDelays[], freedom: number): number {
  return freedom === 0 ? 0 : Math.sqrt(sum(airports, ({ squares }) => squares) / freedom);
}

function sum(airports: readonly AirportDelays[], value: (airport: AirportDelays) => number): number {
  return airports.reduce((total, airport) => total + value(airport), 0);
}
