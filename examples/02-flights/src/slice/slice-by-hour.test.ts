import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { sliceByHour } from "./slice-by-hour.js";

describe("sliceByHour", () => {
  it("gives 24 slices, empty ones too, with hours from their start up to the next", () => {
    const slices = sliceByHour(flightsOf([1, 500, 0], [2, 500, 5.99], [3, 500, 6], [4, 500, 23.99]));
    expect(slices).toHaveLength(24);
    expect(slices.filter(({ flights }) => flights.delay.length > 0)).toEqual([
      { label: "00:00", flights: flightsOf([1, 500, 0]) },
      { label: "05:00", flights: flightsOf([2, 500, 5.99]) },
      { label: "06:00", flights: flightsOf([3, 500, 6]) },
      { label: "23:00", flights: flightsOf([4, 500, 23.99]) },
    ]);
  });

  it("leaves out hours that no day has", () => {
    const slices = sliceByHour(flightsOf([1, 500, 24], [1, 500, -1]));
    expect(slices.flatMap(({ flights }) => flights.delay)).toEqual([]);
  });
});
