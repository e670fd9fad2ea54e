import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { bandOf, distanceBands } from "./distance-bands.js";
import { sliceByDistance } from "./slice-by-distance.js";

describe("bandOf", () => {
  it("puts the start of a band into it, and the end into the next", () => {
    expect([0, 249, 250, 999.9, 1000, 2499, 2500, 5000].map(bandOf)).toEqual([0, 0, 1, 3, 4, 6, 7, 7]);
  });
});

describe("sliceByDistance", () => {
  it("gives one slice per band, empty ones too", () => {
    const slices = sliceByDistance(flightsOf([1, 100], [2, 250], [3, 4962]));
    expect(slices.map(({ label }) => label)).toEqual(distanceBands.map(({ label }) => label));
    expect(slices.map(({ flights }) => flights.delay)).toEqual([[1], [2], [], [], [], [], [], [3]]);
  });
});
