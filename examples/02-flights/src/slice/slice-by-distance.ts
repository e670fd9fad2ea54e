import type { FlightColumns } from "../data/flights.js";
import { bandOf, distanceBands } from "./distance-bands.js";
import { sliceFlights } from "./slice.js";
import type { Slice } from "./slice.js";

/** Split flights into eight slices by length, one per distance band. */
export function sliceByDistance(flights: FlightColumns): Slice[] {
  const labels = distanceBands.map(({ label }) => label);
  return sliceFlights(flights, labels, ({ distance }) => bandOf(distance));
}
