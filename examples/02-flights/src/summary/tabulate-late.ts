import { eachFlight } from "../data/flights.js";
import { bandOf, distanceBands } from "../slice/distance-bands.js";
import type { Slice } from "../slice/slice.js";
import { lateMinutes } from "./summarize.js";

/** One row of the table hour by distance: a slice, and its flights per distance band. */
export interface LateRow {
  label: string;
  /** Flights in each of `distanceBands`. */
  flights: number[];
  /** How many of those were late. */
  late: number[];
}

/** Count the flights, and the late ones, of a slice in each distance band. */
export function tabulateLate(slice: Slice): LateRow {
  const flights = distanceBands.map(() => 0);
  const late = distanceBands.map(() => 0);
  eachFlight(slice.flights, ({ delay, distance }) => {
    const band = bandOf(distance);
    flights[band] = (flights[band] ?? 0) + 1;
    if (delay > lateMinutes) late[band] = (late[band] ?? 0) + 1;
  });
  return { label: slice.label, flights, late };
}
