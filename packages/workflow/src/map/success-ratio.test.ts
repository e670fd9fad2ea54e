import { describe, expect, it } from "vitest";
import { random } from "../../test/support/random.js";
import { successRatio } from "./success-ratio.js";

/** How many items have to succeed, as Flyte counts them. */
const wanted = (ratio: number, size: number): number => Math.ceil(successRatio(ratio) * size);

describe("successRatio", () => {
  it.each([
    [0.8, 5, 4],
    [0.1, 10, 1],
    [0.3, 10, 3],
    [0.2, 5, 1],
    [0.6, 5, 3],
    [1 / 3, 3, 1],
    [0.07, 100, 7],
    [0.9, 10, 9],
    [0.75, 4, 3],
    [0.5, 3, 2],
    [1, 7, 7],
    [0, 7, 0],
  ])("asks with %d for the share of %d items that is written: %d", (ratio, size, count) => {
    expect(wanted(ratio, size)).toBe(count);
  });

  it("keeps what 32 bits hold", () => {
    expect([0, 0.25, 0.5, 1].map(successRatio)).toEqual([0, 0.25, 0.5, 1]);
    expect(successRatio(1 - 1e-12)).toBeLessThan(1);
    expect(successRatio(1e-50)).toBe(0);
  });

  it("asks for n of m wherever n/m is written", () => {
    const next = random(7);
    const wrong = Array.from({ length: 5000 }, () => {
      const size = 1 + Math.floor(next() * 10_000);
      return [Math.floor(next() * (size + 1)), size] as const;
    }).filter(([count, size]) => wanted(count / size, size) !== count);
    expect(wrong).toEqual([]);
  });
});
