import { aggregateAirports } from "../src/airport/aggregate-airports.js";
import { findPeriod } from "../src/airport/find-period.js";
import { rankAirports } from "../src/airport/rank-airports.js";
import { cleanFlights } from "../src/clean/clean-flights.js";
import { cleanRoutes } from "../src/clean/clean-routes.js";
import type { LoadedFlights } from "../src/data/load-flights.js";
import type { LoadedRoutes } from "../src/data/load-routes.js";
import type { Findings } from "../src/findings.js";
import { calibrate } from "../src/model/calibrate.js";
import { evaluateModel } from "../src/model/evaluate-model.js";
import { fitDelayModel } from "../src/model/fit-delay-model.js";
import { splitFlights } from "../src/model/split-flights.js";
import { sliceByDistance } from "../src/slice/slice-by-distance.js";
import { sliceByHour } from "../src/slice/slice-by-hour.js";
import { combineSummaries, summarize } from "../src/summary/summarize.js";
import { tabulateLate } from "../src/summary/tabulate-late.js";

/** The whole pipeline as plain calls: what a workflow over the same functions has to arrive at. */
export function analyze(loadedFlights: LoadedFlights, loadedRoutes: LoadedRoutes): Findings {
  const { flights, report: cleaning } = cleanFlights(loadedFlights);
  const { routes } = cleanRoutes(loadedRoutes);
  const byHour = sliceByHour(flights);
  const hours = byHour.map(summarize);
  const { train, heldOut } = splitFlights(flights, { seed: 1, heldOutShare: 0.2 });
  const model = fitDelayModel(train, 1);
  return {
    cleaning,
    overall: combineSummaries("all flights", hours),
    hours,
    distances: sliceByDistance(flights).map(summarize),
    late: byHour.map(tabulateLate),
    period: findPeriod(routes),
    origins: rankAirports(aggregateAirports(routes, "origin"), 50),
    destinations: rankAirports(aggregateAirports(routes, "destination"), 50),
    model,
    evaluation: evaluateModel(model, heldOut),
    calibration: calibrate(model, heldOut, 10),
  };
}
