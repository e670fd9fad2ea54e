import { describe, expect, it } from "vitest";
import { estimateSpread } from "./estimate-spread.js";

const airport = (flights: number, mean: number, squares: number) => ({
  airport: "AAA",
  flights,
  mean,
  squares,
  shareLate: 0,
});

describe("estimateSpread", () => {
  it("gives figures that can be computed by hand", () => {
    // Mean 5; within² = (8 + 12) / (8 - 2); B = 4·25 + 4·25 = 200; n0 = 8 - 32 / 8 = 4.
    const spread = estimateSpread([airport(4, 0, 8), airport(4, 10, 12)]);
    expect(spread.mean).toBe(5);
    expect(spread.within).toBeCloseTo(Math.sqrt(20 / 6), 12);
    expect(spread.between).toBeCloseTo(Math.sqrt((200 - 20 / 6) / 4), 12);
  });

  it("sees no spread between airports when chance explains it all", () => {
    expect(estimateSpread([airport(4, 5, 800), airport(4, 5.1, 900)]).between).toBe(0);
  });

  it("stays finite with nothing to compare", () => {
    expect(estimateSpread([])).toEqual({ mean: 0, within: 0, between: 0 });
    expect(estimateSpread([airport(1, 7, 0)])).toEqual({ mean: 7, within: 0, between: 0 });
    expect(estimateSpread([airport(3, 7, 8)])).toEqual({ mean: 7, within: 2, between: 0 });
    expect(estimateSpread([airport(1, 7, 0), airport(1, 9, 0)])).toEqual({ mean: 8, within: 0, between: 0 });
  });
});
