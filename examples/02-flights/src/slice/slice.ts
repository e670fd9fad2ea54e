import { addFlight, eachFlight, emptyFlights } from "../data/flights.js";
import type { Flight, FlightColumns } from "../data/flights.js";

/** Some of the flights, under a name that tables and charts show. */
export interface Slice {
  label: string;
  flights: FlightColumns;
}

/**
 * Deal the flights out to one slice per label.
 *
 * Every label gets its slice, in the given order, even when no flight falls into it: what comes after can
 * rely on the number and the order of slices. Flights for which `sliceOf` names no slice are left out.
 */
export function sliceFlights(
  flights: FlightColumns,
  labels: readonly string[],
  sliceOf: (flight: Flight) => number,
): Slice[] {
  const slices = labels.map((label) => ({ label, flights: emptyFlights() }));
  eachFlight(flights, (flight) => {
    const slice = slices[sliceOf(flight)];
    if (slice !== undefined) addFlight(slice.flights, flight);
  });
  return slices;
}
