import { eachFlight } from "../data/flights.js";
import type { FlightColumns } from "../data/flights.js";
import { predictDelay } from "./fit-delay-model.js";
import type { DelayModel } from "./fit-delay-model.js";

/** Flights for which the model expected about the same delay, and what became of them. Minutes. */
export interface CalibrationBin {
  flights: number;
  /** Mean of the predictions. */
  predicted: number;
  /** Mean of the delays. */
  actual: number;
  /** Standard error of `actual`; 0 for fewer than two flights. */
  error: number;
}

/**
 * Sort held-out flights by prediction, cut them into bins of equal size, and compare means.
 *
 * A well calibrated model has `actual` near `predicted` in every bin, however little it explains. Bins that
 * would be empty are left out.
 */
export function calibrate(model: DelayModel, heldOut: FlightColumns, bins: number): CalibrationBin[] {
  const pairs: Pair[] = [];
  eachFlight(heldOut, ({ delay, distance, hour }) => {
    pairs.push({ delay, predicted: predictDelay(model, hour, distance) });
  });
  // The sort is stable, so equal predictions stay in file order and the bins are always the same.
  pairs.sort((a, b) => a.predicted - b.predicted);
  const edge = (bin: number) => Math.round((bin * pairs.length) / bins);
  return Array.from({ length: bins }, (_, bin) => pairs.slice(edge(bin), edge(bin + 1)))
    .filter((flights) => flights.length > 0)
    .map(toBin);
}

interface Pair {
  delay: number;
  predicted: number;
}

function toBin(pairs: readonly Pair[]): CalibrationBin {
  const flights = pairs.length;
  const predicted = pairs.reduce((sum, pair) => sum + pair.predicted, 0) / flights;
  const actual = pairs.reduce((sum, pair) => sum + pair.delay, 0) / flights;
  const squares = pairs.reduce((sum, pair) => sum + (pair.delay - actual) ** 2, 0);
  const error = flights < 2 ? 0 : Math.sqrt(squares / (flights - 1) / flights);
  return { flights, predicted, actual, error };
}
