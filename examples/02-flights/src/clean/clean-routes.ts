import type { LoadedRoutes } from "../data/load-routes.js";
import { hourOf } from "../data/parse-departure.js";
import { addRoute, eachRoute, emptyRoutes } from "../data/routes.js";
import type { RouteColumns } from "../data/routes.js";
import { createCleaningTally } from "./cleaning-report.js";
import type { CleaningReport } from "./cleaning-report.js";
import { findFault } from "./find-fault.js";

/** Routes that may have been flown, and what was dropped on the way. */
export interface CleanRoutes {
  routes: RouteColumns;
  report: CleaningReport;
}

/** Drop the routes that cannot have been flown as written, by the same rules as for flights. */
export function cleanRoutes(loaded: LoadedRoutes): CleanRoutes {
  const tally = createCleaningTally(loaded.unreadable);
  const routes = emptyRoutes();
  eachRoute(loaded.routes, (route) => {
    const fault = findFault({ ...route, hour: hourOf(route.departure) });
    if (fault === undefined) addRoute(routes, route);
    else tally.drop(fault);
  });
  return { routes, report: tally.report(routes.delay.length) };
}
