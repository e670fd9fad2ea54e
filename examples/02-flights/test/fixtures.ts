import { addFlight, emptyFlights } from "../src/data/flights.js";
import type { FlightColumns } from "../src/data/flights.js";
import { addRoute, emptyRoutes } from "../src/data/routes.js";
import type { RouteColumns } from "../src/data/routes.js";
import type { DelaySummary } from "../src/summary/summarize.js";
import { summarize } from "../src/summary/summarize.js";

/** Columns from rows of delay, and perhaps distance (500 miles) and hour (12). */
export function flightsOf(...rows: [delay: number, distance?: number, hour?: number][]): FlightColumns {
  const flights = emptyFlights();
  for (const [delay, distance = 500, hour = 12] of rows) addFlight(flights, { delay, distance, hour });
  return flights;
}

/** Columns from rows of origin, destination and delay; all on 2 January 2001 at noon, 500 miles. */
export function routesOf(...rows: [origin: string, destination: string, delay: number][]): RouteColumns {
  const routes = emptyRoutes();
  const departure = new Date("2001-01-02T12:00:00Z");
  for (const [origin, destination, delay] of rows) {
    addRoute(routes, { departure, delay, distance: 500, origin, destination });
  }
  return routes;
}

/** The summary of these delays. */
export function summaryOf(label: string, ...delays: number[]): DelaySummary {
  return summarize({ label, flights: flightsOf(...delays.map((delay): [number] => [delay])) });
}

/** How often a pattern occurs. */
export function countOf(text: string, pattern: string): number {
  return text.split(pattern).length - 1;
}
