import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { eachFlight, emptyFlights } from "./flights.js";
import type { Flight } from "./flights.js";

describe("eachFlight", () => {
  it("visits the rows in order", () => {
    const seen: [Flight, number][] = [];
    eachFlight(flightsOf([5, 100, 6.5], [-3, 200, 7]), (flight, index) => seen.push([flight, index]));
    expect(seen).toEqual([
      [{ delay: 5, distance: 100, hour: 6.5 }, 0],
      [{ delay: -3, distance: 200, hour: 7 }, 1],
    ]);
  });

  it("refuses columns of unequal length", () => {
    const flights = { delay: [1, 2], distance: [1, 2], hour: [1] };
    expect(() => eachFlight(flights, () => {})).toThrow("flight 1 is incomplete");
    expect(() => eachFlight({ ...flights, delay: [] }, () => {})).toThrow("flight 0 is incomplete");
  });
});

describe("emptyFlights", () => {
  it("is a new table each time", () => {
    expect(emptyFlights().delay).not.toBe(emptyFlights().delay);
  });
});
