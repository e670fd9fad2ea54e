import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { featureNames } from "./features.js";
import { fitDelayModel, predictDelay } from "./fit-delay-model.js";

/** Flights at every half hour over several distances, whose delay is a law the model can express. */
const lawful = flightsOf(
  ...Array.from({ length: 240 }, (_, i): [number, number, number] => {
    const [hour, distance] = [(i % 48) / 2, 100 + 400 * (i % 5)];
    return [3 + 2 * Math.sin((2 * Math.PI * hour) / 24) - (4 * distance) / 1000, distance, hour];
  }),
);

describe("fitDelayModel", () => {
  it("finds a law that it can express", () => {
    const { weights, features } = fitDelayModel(lawful, 0);
    const rounded = weights.map((weight) => Math.round(weight * 1e8) / 1e8 + 0);
    expect(features).toEqual(featureNames);
    expect(rounded).toEqual([3, 2, 0, 0, 0, 0, 0, -4, 0]);
  });

  it("draws all weights but the intercept to 0 as the ridge grows", () => {
    const model = fitDelayModel(lawful, 1e12);
    expect(predictDelay(model, 6, 500)).toBeCloseTo(model.trainMean, 6);
    for (const weight of model.weights.slice(1)) expect(weight).toBeCloseTo(0, 6);
  });

  it("keeps the constants it has to beat", () => {
    expect(fitDelayModel(flightsOf([0], [0], [30]), 1)).toMatchObject({
      rows: 3,
      trainMean: 10,
      trainMedian: 0,
    });
  });

  it("fits one flight if there is a ridge, and refuses without", () => {
    expect(predictDelay(fitDelayModel(flightsOf([20, 700, 9]), 1), 9, 700)).toBeCloseTo(20, 9);
    expect(() => fitDelayModel(flightsOf([20, 700, 9]), 0)).toThrow("use a ridge above 0");
  });

  it("predicts 0 when fitted to nothing", () => {
    const model = fitDelayModel(flightsOf(), 1);
    expect(model).toMatchObject({ rows: 0, trainMean: 0, trainMedian: 0 });
    expect(predictDelay(model, 9, 700)).toBe(0);
  });
});
