import { t, workflow } from "@flytekit-ts/workflow";
import { hourLabels } from "./slice/slice-by-hour.js";
import { distanceBands } from "./slice/distance-bands.js";
import { airports } from "./tasks/airports.js";
import { delayModel } from "./tasks/delay-model.js";
import {
  clean,
  cleanAirports,
  loadFlights,
  loadRoutes,
  sliceByDistance,
  sliceByHour,
} from "./tasks/prepare.js";
import { report } from "./tasks/report.js";
import { combine, summarize, tabulateLate } from "./tasks/summarize.js";
import { types } from "./types.js";

/**
 * From two files of flights to a report.
 *
 * The body below runs once, to wire the nodes together: the loops fan out over 24 hours and 8 distance
 * bands, and each task gets its own slice only (`slices.at(i)`).
 */
export const flights = workflow(
  {
    name: "flights.flights",
    inputs: {
      flightsPath: t.string().describe("a JSON file with delay, distance and time of each flight"),
      routesPath: t.string().describe("a JSON file with date, delay, origin and destination of each flight"),
    },
    outputs: {
      report: t.string(),
      table: t.string(),
      overall: types.DelaySummary,
      evaluation: types.Evaluation,
    },
    docs: "How late American flights are, by hour, distance and airport.",
  },
  ({ flightsPath, routesPath }) => {
    const { flights: cleaned, report: cleaning } = clean(loadFlights({ path: flightsPath }));
    const { routes } = cleanAirports(loadRoutes({ path: routesPath }));

    const byHour = sliceByHour({ flights: cleaned });
    const hours = hourLabels.map((label, i) =>
      summarize({ slice: byHour.at(i) }, { displayName: `hour ${label}` }),
    );
    const late = hourLabels.map((label, i) =>
      tabulateLate({ slice: byHour.at(i) }, { displayName: `late at ${label}` }),
    );
    const byDistance = sliceByDistance({ flights: cleaned });
    const distances = distanceBands.map(({ label }, i) =>
      summarize({ slice: byDistance.at(i) }, { displayName: `${label} miles` }),
    );
    const overall = combine({ label: "all flights", parts: hours });

    const { model, evaluation, calibration } = delayModel({ flights: cleaned });
    const { origins, destinations, period } = airports({ routes });
    const { html, table } = report({
      cleaning,
      overall,
      hours,
      distances,
      late,
      period,
      origins,
      destinations,
      model,
      evaluation,
      calibration,
    });
    return { report: html, table, overall, evaluation };
  },
);
