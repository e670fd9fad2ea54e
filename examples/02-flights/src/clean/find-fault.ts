import type { Flight } from "../data/flights.js";

/** Half the Earth's circumference in miles: no flight without a stop is longer. */
const longestDistance = 12_450;
const minutesPerDay = 24 * 60;
/** Fast for an airliner: 480 miles an hour, ... */
const milesPerMinute = 8;
/** ... with as much time at the gate and on the ground as a short flight's timetable allows. */
const groundMinutes = 30;

/** What the file says of no flight: a row that could not be read at all. */
export const unreadable = "unreadable row";

/** Why a row cannot be true, tried from top to bottom; the first that holds is the one reported. */
const faults: ReadonlyMap<string, (flight: Flight) => boolean> = new Map([
  ["hour outside the day", ({ hour }) => hour < 0 || hour >= 24],
  ["distance not above zero", ({ distance }) => distance <= 0],
  ["distance beyond half the globe", ({ distance }) => distance > longestDistance],
  // The file has clock times only, so 24 hours and 4 minutes late may as well be 4 minutes late.
  ["a day or more off schedule", ({ delay }) => Math.abs(delay) >= minutesPerDay],
  [
    "earlier than the flight takes",
    ({ delay, distance }) => -delay > groundMinutes + distance / milesPerMinute,
  ],
]);

/** Every reason a row may be dropped for, in the order in which they are tried. */
export const faultNames: readonly string[] = [unreadable, ...faults.keys()];

/** The first reason why this flight cannot have happened as written, or undefined if none is known. */
export function findFault(flight: Flight): string | undefined {
  for (const [name, holds] of faults) if (holds(flight)) return name;
  return undefined;
}
