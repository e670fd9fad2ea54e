import { describe, expect, it } from "vitest";
import { countDelays, delayPairs, mergeDelayCounts } from "./delay-counts.js";

describe("countDelays", () => {
  it("counts each delay, ascending by minutes", () => {
    expect(countDelays([10, -3, 10, 0, 9])).toEqual({ minute: [-3, 0, 9, 10], flights: [1, 1, 1, 2] });
  });

  it("counts nothing in nothing", () => {
    expect(countDelays([])).toEqual({ minute: [], flights: [] });
  });
});

describe("mergeDelayCounts", () => {
  it("gives the counts of the union, in whatever order the parts come", () => {
    const parts = [[1, 2, 2], [], [2, -5]].map(countDelays);
    const union = countDelays([1, 2, 2, 2, -5]);
    expect(mergeDelayCounts(parts)).toEqual(union);
    expect(mergeDelayCounts(parts.toReversed())).toEqual(union);
  });
});

describe("delayPairs", () => {
  it("pairs minutes with flights", () => {
    expect(delayPairs({ minute: [-3, 0], flights: [1, 4] })).toEqual([
      [-3, 1],
      [0, 4],
    ]);
  });
});
