import { eachRoute } from "../data/routes.js";
import type { RouteColumns } from "../data/routes.js";
import { lateMinutes } from "../summary/summarize.js";

/** Which end of a route to look at. */
export type RouteEnd = "origin" | "destination";

/** The delays on arrival of all flights from, or to, one airport. */
export interface AirportDelays {
  /** Three-letter code. */
  airport: string;
  flights: number;
  /** Mean delay in minutes. */
  mean: number;
  /** Sum of squared differences from `mean`, in minutes squared. */
  squares: number;
  /** Share of flights that were late, 0 to 1. */
  shareLate: number;
}

interface Tally {
  flights: number;
  minutes: number;
  squaredMinutes: number;
  late: number;
}

/** Group routes by the airport at one end, in order of airport code. */
export function aggregateAirports(routes: RouteColumns, end: RouteEnd): AirportDelays[] {
  const tallies = new Map<string, Tally>();
  eachRoute(routes, (route) => {
    const tally = tallies.get(route[end]) ?? { flights: 0, minutes: 0, squaredMinutes: 0, late: 0 };
    tally.flights += 1;
    tally.minutes += route.delay;
    tally.squaredMinutes += route.delay ** 2;
    if (route.delay > lateMinutes) tally.late += 1;
    tallies.set(route[end], tally);
  });
  // By code unit, not by locale: the order must be the same on every machine.
  const airports = [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return airports.map(([airport, tally]) => toAirportDelays(airport, tally));
}

function toAirportDelays(airport: string, { flights, minutes, squaredMinutes, late }: Tally): AirportDelays {
  // Sums of whole minutes are exact, so this difference loses nothing that matters.
  const squares = squaredMinutes - minutes ** 2 / flights;
  return { airport, flights, mean: minutes / flights, squares, shareLate: late / flights };
}
