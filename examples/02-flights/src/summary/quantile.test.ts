import { describe, expect, it } from "vitest";
import { countDelays } from "./delay-counts.js";
import { quantile } from "./quantile.js";

describe("quantile", () => {
  it("interpolates between neighbours", () => {
    const counts = countDelays([1, 2, 3, 10]);
    expect(quantile(counts, 0.5)).toBe(2.5);
    expect(quantile(counts, 0.9)).toBeCloseTo(7.9, 12); // position 2.7: 3 + 0.7 · 7
  });

  it("gives the ends for 0 and 1", () => {
    const counts = countDelays([4, -2, 9]);
    expect([quantile(counts, 0), quantile(counts, 1)]).toEqual([-2, 9]);
  });

  it("is the flight itself when there is one, and 0 when there is none", () => {
    expect(quantile(countDelays([7]), 0.9)).toBe(7);
    expect(quantile(countDelays([]), 0.9)).toBe(0);
  });
});
