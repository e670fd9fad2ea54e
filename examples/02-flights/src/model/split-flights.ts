import { addFlight, eachFlight, emptyFlights } from "../data/flights.js";
import type { FlightColumns } from "../data/flights.js";
import { hashIndex } from "./hash-index.js";

/** Flights to learn from, and flights to judge what was learned. */
export interface TrainingSplit {
  train: FlightColumns;
  heldOut: FlightColumns;
}

/** How to split: the same seed gives the same split; `heldOutShare` is 0 to 1 and met only roughly. */
export interface SplitOptions {
  seed: number;
  heldOutShare: number;
}

/** Hold out a share of the flights, chosen by a hash of their position. */
export function splitFlights(flights: FlightColumns, { seed, heldOutShare }: SplitOptions): TrainingSplit {
  const split = { train: emptyFlights(), heldOut: emptyFlights() };
  eachFlight(flights, (flight, index) => {
    const held = hashIndex(index, seed) < heldOutShare;
    addFlight(held ? split.heldOut : split.train, flight);
  });
  return split;
}
