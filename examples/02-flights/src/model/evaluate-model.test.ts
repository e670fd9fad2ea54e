import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { evaluateModel } from "./evaluate-model.js";
import { featureNames } from "./features.js";

/** Predicts one delay whatever the flight. */
const constant = (delay: number, trainMean: number, trainMedian: number) => ({
  features: [...featureNames],
  weights: [delay, ...featureNames.slice(1).map(() => 0)],
  ridge: 1,
  rows: 10,
  trainMean,
  trainMedian,
});

describe("evaluateModel", () => {
  it("gives figures that can be computed by hand", () => {
    // Delays 0 and 10. Model 5: errors -5, 5. Mean 8: errors -8, 2. Median 0: errors 0, 10.
    const evaluation = evaluateModel(constant(5, 8, 0), flightsOf([0], [10]));
    expect(evaluation).toEqual({
      rows: 2,
      model: { rmse: 5, mae: 5, r2: 1 - 50 / 68 },
      mean: { rmse: Math.sqrt(34), mae: 5, r2: 0 },
      median: { rmse: Math.sqrt(50), mae: 5, r2: 1 - 100 / 68 },
    });
  });

  it("gives zeros without flights, and when the baseline is never wrong", () => {
    const none = { rmse: 0, mae: 0, r2: 0 };
    expect(evaluateModel(constant(5, 8, 0), flightsOf())).toEqual({
      rows: 0,
      model: none,
      mean: none,
      median: none,
    });
    expect(evaluateModel(constant(8, 8, 8), flightsOf([8])).model).toEqual(none);
  });
});
