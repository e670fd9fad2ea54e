import { describe, expect, it } from "vitest";
import { areaPath, linePath, runs } from "./path.js";

describe("runs", () => {
  it("breaks where something is missing", () => {
    expect(runs([1, 2, undefined, 3, undefined])).toEqual([[1, 2], [3]]);
    expect(runs([undefined])).toEqual([]);
  });
});

describe("linePath and areaPath", () => {
  it("draw through the points, and back along the lower line", () => {
    const upper = [
      [0, 1],
      [2, 1.005],
    ] as const;
    expect(linePath(upper)).toBe("M0 1L2 1");
    expect(
      areaPath(upper, [
        [0, 5],
        [2, 6],
      ]),
    ).toBe("M0 1L2 1L2 6L0 5Z");
  });
});
