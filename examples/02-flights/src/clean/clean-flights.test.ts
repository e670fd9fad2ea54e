import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { cleanFlights } from "./clean-flights.js";

describe("cleanFlights", () => {
  it("drops what cannot be and counts the reasons, those at 0 too", () => {
    const flights = flightsOf([5], [1500], [5, -1], [6, 500, 24.5], [7, 500, -1], [5]);
    expect(cleanFlights({ flights, unreadable: 2 })).toEqual({
      flights: flightsOf([5], [5]),
      report: {
        read: 8,
        kept: 2,
        dropped: {
          "unreadable row": 2,
          "hour outside the day": 2,
          "distance not above zero": 1,
          "distance beyond half the globe": 0,
          "a day or more off schedule": 1,
          "earlier than the flight takes": 0,
        },
      },
    });
  });

  it("accepts a file without flights", () => {
    expect(cleanFlights({ flights: flightsOf(), unreadable: 0 }).report).toMatchObject({ read: 0, kept: 0 });
  });
});
