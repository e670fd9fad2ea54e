import { describe, expect, it } from "vitest";
import { featureNames, featuresOf } from "./features.js";

describe("featuresOf", () => {
  it("gives one number per name", () => {
    expect(featuresOf(7.5, 800)).toHaveLength(featureNames.length);
  });

  it("gives waves of the hour and a parabola of the distance", () => {
    const features = featuresOf(6, 2000); // a quarter of the day
    expect(features.map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual([1, 1, 0, 0, -1, -1, 0, 2, 4]);
  });

  it("makes the ends of a day neighbours", () => {
    const [late, early] = [featuresOf(23.999, 500), featuresOf(0.001, 500)];
    for (const [i, value] of late.entries()) expect(value).toBeCloseTo(early[i] ?? 0, 2);
  });
});
