import { describe, expect, it } from "vitest";
import { routesOf } from "../../test/fixtures.js";
import { cleanRoutes } from "./clean-routes.js";

describe("cleanRoutes", () => {
  it("drops routes by the rules for flights", () => {
    const routes = routesOf(["JFK", "LAX", 5], ["JFK", "LAX", -1500], ["SFO", "SEA", -3]);
    const { routes: kept, report } = cleanRoutes({ routes, unreadable: 1 });
    expect(kept).toEqual(routesOf(["JFK", "LAX", 5], ["SFO", "SEA", -3]));
    expect(report).toMatchObject({ read: 4, kept: 2 });
    expect(report.dropped).toMatchObject({ "unreadable row": 1, "a day or more off schedule": 1 });
  });
});
