import type { FlightColumns } from "../data/flights.js";
import { sliceFlights } from "./slice.js";
import type { Slice } from "./slice.js";

/** `00:00` to `23:00`: the starts of the 24 hours of a day. */
export const hourLabels: readonly string[] = Array.from(
  { length: 24 },
  (_, hour) => `${String(hour).padStart(2, "0")}:00`,
);

/** Split flights into 24 slices by the hour in which they left; slice `h` holds `h <= hour < h + 1`. */
export function sliceByHour(flights: FlightColumns): Slice[] {
  return sliceFlights(flights, hourLabels, ({ hour }) => Math.floor(hour));
}
