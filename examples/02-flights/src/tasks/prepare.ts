import { t, task } from "@flytekit-ts/workflow";
import { cleanFlights } from "../clean/clean-flights.js";
import { cleanRoutes } from "../clean/clean-routes.js";
import { loadFlights as readFlights } from "../data/load-flights.js";
import { loadRoutes as readRoutes } from "../data/load-routes.js";
import { sliceByDistance as dealByDistance } from "../slice/slice-by-distance.js";
import { sliceByHour as dealByHour } from "../slice/slice-by-hour.js";
import { types } from "../types.js";

/** Read the 200,000 flights into columns. */
export const loadFlights = task(
  {
    name: "flights.load_flights",
    inputs: { path: t.string().describe("a JSON file of flights") },
    outputs: { flights: types.FlightColumns, unreadable: t.int() },
    retries: 1,
  },
  ({ path }) => readFlights(path),
);

/** Read the 20,000 flights that name their airports. */
export const loadRoutes = task(
  {
    name: "flights.load_routes",
    inputs: { path: t.string().describe("a JSON file of flights with their airports") },
    outputs: { routes: types.RouteColumns, unreadable: t.int() },
    retries: 1,
  },
  ({ path }) => readRoutes(path),
);

/** Drop flights that cannot have happened, and say how many and why. */
export const clean = task(
  {
    name: "flights.clean",
    inputs: { flights: types.FlightColumns, unreadable: t.int() },
    outputs: { flights: types.FlightColumns, report: types.CleaningReport },
  },
  (loaded) => cleanFlights(loaded),
);

/** The same for the flights with airports. */
export const cleanAirports = task(
  {
    name: "flights.clean_routes",
    inputs: { routes: types.RouteColumns, unreadable: t.int() },
    outputs: { routes: types.RouteColumns, report: types.CleaningReport },
  },
  (loaded) => cleanRoutes(loaded),
);

/** 24 slices, one an hour of the day. */
export const sliceByHour = task(
  { name: "flights.slice_by_hour", inputs: { flights: types.FlightColumns }, output: t.list(types.Slice) },
  ({ flights }) => dealByHour(flights),
);

/** 8 slices, one a band of distance. */
export const sliceByDistance = task(
  {
    name: "flights.slice_by_distance",
    inputs: { flights: types.FlightColumns },
    output: t.list(types.Slice),
  },
  ({ flights }) => dealByDistance(flights),
);
