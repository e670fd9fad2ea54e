import { t, task, workflow } from "@flytekit-ts/workflow";
import { aggregateAirports } from "../airport/aggregate-airports.js";
import { findPeriod as periodOf } from "../airport/find-period.js";
import { rankAirports as rank } from "../airport/rank-airports.js";
import { types } from "../types.js";

/** Rank the airports at one end of the routes; those with few flights are pulled towards the mean. */
export const rankAirports = task(
  {
    name: "flights.rank_airports",
    inputs: {
      routes: types.RouteColumns,
      end: t.enum(["origin", "destination"]),
      minFlights: t.int().default(50).describe("airports with fewer flights are left out"),
    },
    output: types.AirportRanking,
  },
  ({ routes, end, minFlights }) => rank(aggregateAirports(routes, end), minFlights),
);

/** When the routes were flown. */
export const findPeriod = task(
  { name: "flights.find_period", inputs: { routes: types.RouteColumns }, output: types.Period },
  ({ routes }) => periodOf(routes),
);

/** Both rankings of airports, and the time they are for. */
export const airports = workflow(
  {
    name: "flights.airports",
    inputs: { routes: types.RouteColumns },
    outputs: { origins: types.AirportRanking, destinations: types.AirportRanking, period: types.Period },
  },
  ({ routes }) => ({
    origins: rankAirports({ routes, end: "origin" }, { displayName: "rank origins" }),
    destinations: rankAirports({ routes, end: "destination" }, { displayName: "rank destinations" }),
    period: findPeriod({ routes }),
  }),
);
