import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { calibrate } from "./calibrate.js";
import { featureNames } from "./features.js";

/** Predicts one minute per thousand miles. */
const model = {
  features: [...featureNames],
  weights: featureNames.map((name) => (name === "distance" ? 1 : 0)),
  ridge: 1,
  rows: 10,
  trainMean: 0,
  trainMedian: 0,
};

describe("calibrate", () => {
  it("sorts by prediction and compares means", () => {
    const flights = flightsOf([40, 4000], [10, 1000], [20, 2000], [34, 3000]);
    expect(calibrate(model, flights, 2)).toEqual([
      { flights: 2, predicted: 1.5, actual: 15, error: 5 },
      { flights: 2, predicted: 3.5, actual: 37, error: 3 },
    ]);
  });

  it("leaves out bins that would be empty", () => {
    expect(calibrate(model, flightsOf([7, 1000]), 10)).toEqual([
      { flights: 1, predicted: 1, actual: 7, error: 0 },
    ]);
    expect(calibrate(model, flightsOf(), 10)).toEqual([]);
  });

  it("makes bins of nearly equal size", () => {
    const flights = flightsOf(...Array.from({ length: 23 }, (_, i): [number, number] => [i, i + 1]));
    const sizes = calibrate(model, flights, 10).map((bin) => bin.flights);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(23);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 3]);
  });
});
