import { describe, expect, it } from "vitest";
import { routesOf } from "../../test/fixtures.js";
import { aggregateAirports } from "./aggregate-airports.js";

const routes = routesOf(["SFO", "JFK", 20], ["JFK", "LAX", 4], ["SFO", "LAX", 10]);

describe("aggregateAirports", () => {
  it("groups by origin, in order of code", () => {
    expect(aggregateAirports(routes, "origin")).toEqual([
      { airport: "JFK", flights: 1, mean: 4, squares: 0, shareLate: 0 },
      { airport: "SFO", flights: 2, mean: 15, squares: 50, shareLate: 0.5 },
    ]);
  });

  it("groups by destination", () => {
    expect(aggregateAirports(routes, "destination")).toEqual([
      { airport: "JFK", flights: 1, mean: 20, squares: 0, shareLate: 1 },
      { airport: "LAX", flights: 2, mean: 7, squares: 18, shareLate: 0 },
    ]);
  });

  it("gives no airports for no routes", () => {
    expect(aggregateAirports(routesOf(), "origin")).toEqual([]);
  });
});
