/** Flights with their airports, as columns. The smaller of the two files has them, the larger has not. */
export interface RouteColumns {
  /** When the flight actually left. Airport clock time kept in the UTC fields: the file names no time zone. */
  departure: Date[];
  /** How late the flight arrived, in whole minutes; negative is early. */
  delay: number[];
  /** Length of the flight in miles. */
  distance: number[];
  /** Three-letter code of the airport it left from. */
  origin: string[];
  /** Three-letter code of the airport it flew to. */
  destination: string[];
}

/** One row of `RouteColumns`. */
export interface Route {
  readonly departure: Date;
  readonly delay: number;
  readonly distance: number;
  readonly origin: string;
  readonly destination: string;
}

/** No routes yet; a fresh table on each call, so that callers may fill it. */
export function emptyRoutes(): RouteColumns {
  return { departure: [], delay: [], distance: [], origin: [], destination: [] };
}

/** Append one route to columns that the caller owns. */
export function addRoute(columns: RouteColumns, route: Route): void {
  columns.departure.push(route.departure);
  columns.delay.push(route.delay);
  columns.distance.push(route.distance);
  columns.origin.push(route.origin);
  columns.destination.push(route.destination);
}

/**
 * Visit the routes in order.
 *
 * @throws RangeError when the columns differ in length, since rows would then be mixed up silently.
 */
export function eachRoute(columns: RouteColumns, visit: (route: Route, index: number) => void): void {
  const length = Math.max(...Object.values(columns).map((column: readonly unknown[]) => column.length));
  for (let index = 0; index < length; index += 1) {
    const departure = columns.departure[index];
    const delay = columns.delay[index];
    const distance = columns.distance[index];
    const origin = columns.origin[index];
    const destination = columns.destination[index];
    if (departure === undefined || delay === undefined || distance === undefined) throw incomplete(index);
    if (origin === undefined || destination === undefined) throw incomplete(index);
    visit({ departure, delay, distance, origin, destination }, index);
  }
}

function incomplete(index: number): RangeError {
  return new RangeError(`route ${index} is incomplete: the columns differ in length`);
}
