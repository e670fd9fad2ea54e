import { addFlight, eachFlight, emptyFlights } from "../data/flights.js";
import type { FlightColumns } from "../data/flights.js";
import type { LoadedFlights } from "../data/load-flights.js";
import { createCleaningTally } from "./cleaning-report.js";
import type { CleaningReport } from "./cleaning-report.js";
import { findFault } from "./find-fault.js";

/** Flights that may have happened, and what was dropped on the way. */
export interface CleanFlights {
  flights: FlightColumns;
  report: CleaningReport;
}

/**
 * Drop the flights that cannot have happened as written.
 *
 * Equal rows are kept: a row names neither its airports nor its date, so two flights may look the same.
 */
export function cleanFlights(loaded: LoadedFlights): CleanFlights {
  const tally = createCleaningTally(loaded.unreadable);
  const flights = emptyFlights();
  eachFlight(loaded.flights, (flight) => {
    const fault = findFault(flight);
    if (fault === undefined) addFlight(flights, flight);
    else tally.drop(fault);
  });
  return { flights, report: tally.report(flights.delay.length) };
}
