import { describe, expect, it } from "vitest";
import { solve } from "./solve.js";

describe("solve", () => {
  it("solves a system by hand", () => {
    // 4x + 2y = 10 and 2x + 3y = 11 give x = 1, y = 3.
    const solution = solve(
      [
        [4, 2],
        [2, 3],
      ],
      [10, 11],
    );
    expect(solution[0]).toBeCloseTo(1, 12);
    expect(solution[1]).toBeCloseTo(3, 12);
  });

  it("solves one of three", () => {
    const matrix = [
      [4, 2, 1],
      [2, 5, 3],
      [1, 3, 6],
    ];
    // matrix · (1, -2, 3) = (3, 1, 13)
    expect(solve(matrix, [3, 1, 13]).map((value) => Math.round(value * 1e10) / 1e10)).toEqual([1, -2, 3]);
  });

  it("refuses a matrix whose rows repeat each other", () => {
    expect(() =>
      solve(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
      ),
    ).toThrow("not positive definite at row 1");
  });
});
