import { describe, expect, it } from "vitest";
import { hashIndex } from "./hash-index.js";

const numbers = Array.from({ length: 10_000 }, (_, index) => hashIndex(index, 1));

describe("hashIndex", () => {
  it("stays in 0 to 1 and spreads evenly", () => {
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inside = numbers.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(inside).toBeGreaterThan(900);
      expect(inside).toBeLessThan(1100);
    }
  });

  it("is fixed for ever: the known value of MurmurHash3's finisher for 1", () => {
    expect(hashIndex(1, 0) * 2 ** 32).toBe(0x514e28b7);
  });

  it("differs by seed", () => {
    expect(hashIndex(5, 1)).not.toBe(hashIndex(5, 2));
  });
});
