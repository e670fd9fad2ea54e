import { describe, expect, it } from "vitest";
import { floorDivide, modulo } from "./python-numbers.js";

describe("whole numbers as Python has them", () => {
  it.each([
    [7, 3, 2, 1],
    [-7, 3, -3, 2],
    [-6, 3, -2, 0],
    [0, 3, 0, 0],
    [-1, 5, -1, 4],
  ])("%i by %i is %i, and %i is left", (a, b, quotient, rest) => {
    expect(floorDivide(a, b)).toBe(quotient);
    expect(modulo(a, b)).toBe(rest);
  });
});
