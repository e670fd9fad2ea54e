import type { RouteColumns } from "../data/routes.js";

/** The first and the last departure of some routes. */
export interface Period {
  /** How many routes; when 0, both dates are 1 January 1970 and mean nothing. */
  flights: number;
  from: Date;
  to: Date;
}

/** When the routes were flown. */
export function findPeriod({ departure }: RouteColumns): Period {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const date of departure) {
    from = Math.min(from, date.getTime());
    to = Math.max(to, date.getTime());
  }
  if (departure.length === 0) return { flights: 0, from: new Date(0), to: new Date(0) };
  return { flights: departure.length, from: new Date(from), to: new Date(to) };
}
