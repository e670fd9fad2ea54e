import { describe, expect, it } from "vitest";
import { routesOf } from "../../test/fixtures.js";
import { eachRoute } from "./routes.js";

describe("eachRoute", () => {
  it("visits the rows in order", () => {
    const seen: string[] = [];
    eachRoute(routesOf(["JFK", "LAX", 3], ["SFO", "SEA", -4]), ({ origin, delay }, index) => {
      seen.push(`${index} ${origin} ${delay}`);
    });
    expect(seen).toEqual(["0 JFK 3", "1 SFO -4"]);
  });

  it("refuses columns of unequal length", () => {
    const routes = { ...routesOf(["JFK", "LAX", 3]), destination: [] };
    expect(() => eachRoute(routes, () => {})).toThrow("route 0 is incomplete");
    expect(() => eachRoute({ ...routesOf(), origin: ["JFK"] }, () => {})).toThrow("route 0 is incomplete");
  });
});
