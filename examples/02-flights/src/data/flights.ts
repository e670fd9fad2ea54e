/**
 * Flights as columns: position `i` of every column belongs to flight `i`.
 *
 * Columns rather than a list of rows, because a table of this shape travels between tasks as three lists
 * instead of 200,000 small records.
 */
export interface FlightColumns {
  /** How late the flight arrived, in whole minutes; negative is early. */
  delay: number[];
  /** Length of the flight in miles. */
  distance: number[];
  /** When it actually left, local time, as a decimal hour of the day: 6.5 is 06:30. */
  hour: number[];
}

/** One row of `FlightColumns`. */
export interface Flight {
  readonly delay: number;
  readonly distance: number;
  readonly hour: number;
}

/** No flights yet; a fresh table on each call, so that callers may fill it. */
export function emptyFlights(): FlightColumns {
  return { delay: [], distance: [], hour: [] };
}

/** Append one flight to columns that the caller owns. */
export function addFlight(columns: FlightColumns, { delay, distance, hour }: Flight): void {
  columns.delay.push(delay);
  columns.distance.push(distance);
  columns.hour.push(hour);
}

/**
 * Visit the flights in order.
 *
 * @throws RangeError when the columns differ in length, since rows would then be mixed up silently.
 */
export function eachFlight(columns: FlightColumns, visit: (flight: Flight, index: number) => void): void {
  const { delay: delays, distance: distances, hour: hours } = columns;
  const length = Math.max(delays.length, distances.length, hours.length);
  for (let index = 0; index < length; index += 1) {
    const delay = delays[index];
    const distance = distances[index];
    const hour = hours[index];
    if (delay === undefined || distance === undefined || hour === undefined) {
      throw new RangeError(`flight ${index} is incomplete: the columns differ in length`);
    }
    visit({ delay, distance, hour }, index);
  }
}
