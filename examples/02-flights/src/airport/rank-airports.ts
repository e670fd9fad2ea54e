import type { AirportDelays } from "./aggregate-airports.js";
import { estimateSpread } from "./estimate-spread.js";
import type { Spread } from "./estimate-spread.js";

/** Half the width of a 95 % interval, in standard deviations. */
const z = 1.96;

/** One airport with its shrunken mean. Delays in minutes. */
export interface RankedAirport {
  /** 1 has the longest delays. */
  rank: number;
  airport: string;
  flights: number;
  /** Mean delay as observed. */
  mean: number;
  shareLate: number;
  /** Mean delay after shrinking; what the ranking goes by. */
  estimate: number;
  /** Ends of the 95 % interval around `estimate`. */
  low: number;
  high: number;
}

/** Airports from the longest mean delay to the shortest. */
export interface AirportRanking {
  /** Mean delay of all flights, which small samples are drawn towards. */
  mean: number;
  within: number;
  between: number;
  minFlights: number;
  /** Airports with fewer than `minFlights` flights: they inform the spreads, but have no rank. */
  leftOut: number;
  airports: RankedAirport[];
}

/**
 * Rank airports by a mean delay that trusts large samples more than small ones (empirical Bayes).
 *
 * A raw ranking is led by whichever small airports were unlucky. So each mean is drawn towards the mean of
 * all flights, the more so the fewer flights stand behind it:
 *
 *     trust    = between² / (between² + within² / flights)
 *     estimate = mean of all + trust (airport mean - mean of all)
 *     interval = estimate ± 1.96 sqrt(trust within² / flights)
 *
 * with both spreads from `estimateSpread`. The interval takes the spreads and the mean of all as known, so
 * it is a little too narrow. Equal estimates rank by code.
 */
export function rankAirports(airports: readonly AirportDelays[], minFlights: number): AirportRanking {
  const spread = estimateSpread(airports);
  const ranked = airports
    .filter(({ flights }) => flights >= minFlights)
    .map((airport) => shrink(airport, spread))
    .toSorted((a, b) => b.estimate - a.estimate || (a.airport < b.airport ? -1 : 1))
    .map((airport, index) => ({ rank: index + 1, ...airport }));
  return { ...spread, minFlights, leftOut: airports.length - ranked.length, airports: ranked };
}

function shrink(airport: AirportDelays, { mean, within, between }: Spread): Omit<RankedAirport, "rank"> {
  const noise = within ** 2 / airport.flights;
  const trust = between === 0 ? 0 : between ** 2 / (between ** 2 + noise);
  const estimate = mean + trust * (airport.mean - mean);
  const margin = z * Math.sqrt(trust * noise);
  return {
    airport: airport.airport,
    flights: airport.flights,
    mean: airport.mean,
    shareLate: airport.shareLate,
    estimate,
    low: estimate - margin,
    high: estimate + margin,
  };
}
