import { addFlight, emptyFlights } from "./flights.js";
import type { FlightColumns } from "./flights.js";
import { readRows } from "./read-rows.js";
import { integerField, numberField } from "./row-fields.js";

/** What a flights file gave. */
export interface LoadedFlights {
  flights: FlightColumns;
  /** Rows without a whole number of minutes, a distance and a time, which no column can hold. */
  unreadable: number;
}

/** Read `flights-200k.json`. Fails as `readRows` does. */
export async function loadFlights(path: string): Promise<LoadedFlights> {
  return toFlightColumns(await readRows(path));
}

/** Turn untrusted rows `{ delay, distance, time }` into columns, counting those that cannot be read. */
export function toFlightColumns(rows: readonly unknown[]): LoadedFlights {
  const flights = emptyFlights();
  for (const row of rows) {
    const delay = integerField(row, "delay");
    const distance = numberField(row, "distance");
    const hour = numberField(row, "time");
    if (delay === undefined || distance === undefined || hour === undefined) continue;
    addFlight(flights, { delay, distance, hour });
  }
  return { flights, unreadable: rows.length - flights.delay.length };
}
