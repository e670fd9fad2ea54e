import { describe, expect, it } from "vitest";
import { routesOf } from "../../test/fixtures.js";
import { findPeriod } from "./find-period.js";

describe("findPeriod", () => {
  it("gives the first and the last departure, in whatever order they come", () => {
    const days = ["2001-01-05", "2001-01-01", "2001-03-31"].map((day) => new Date(day));
    expect(findPeriod({ ...routesOf(), departure: days })).toEqual({
      flights: 3,
      from: days[1],
      to: days[2],
    });
  });

  it("says that there were none", () => {
    expect(findPeriod(routesOf())).toEqual({ flights: 0, from: new Date(0), to: new Date(0) });
  });
});
