import { parseDeparture } from "./parse-departure.js";
import { readRows } from "./read-rows.js";
import { addRoute, emptyRoutes } from "./routes.js";
import type { RouteColumns } from "./routes.js";
import { integerField, numberField, stringField } from "./row-fields.js";

/** What a routes file gave. */
export interface LoadedRoutes {
  routes: RouteColumns;
  /** Rows that lack a field, or whose date does not exist. */
  unreadable: number;
}

/** Read `flights-20k.json`. Fails as `readRows` does. */
export async function loadRoutes(path: string): Promise<LoadedRoutes> {
  return toRouteColumns(await readRows(path));
}

/** Turn untrusted rows `{ date, delay, distance, origin, destination }` into columns. */
export function toRouteColumns(rows: readonly unknown[]): LoadedRoutes {
  const routes = emptyRoutes();
  for (const row of rows) {
    const departure = parseDeparture(stringField(row, "date") ?? "");
    const delay = integerField(row, "delay");
    const distance = numberField(row, "distance");
    const origin = stringField(row, "origin");
    const destination = stringField(row, "destination");
    if (departure === undefined || delay === undefined || distance === undefined) continue;
    if (origin === undefined || destination === undefined) continue;
    addRoute(routes, { departure, delay, distance, origin, destination });
  }
  return { routes, unreadable: rows.length - routes.delay.length };
}
