import { describe, expect, it } from "vitest";
import { isBounded } from "./is-bounded.js";

// Apart, because it takes long: `pnpm mutation` runs the other tests thousands of times.

describe("isBounded", () => {
  it("takes many, and not too many", () => {
    const many = (count: number) => Array.from({ length: count }, () => ({}));
    expect(isBounded(many(100_000))).toBe(true);
    const tenth = many(400_000);
    // Ten times the objects of it, its own list counted each time.
    expect(isBounded(Array.from({ length: 9 }, () => tenth))).toBe(true);
    expect(isBounded(Array.from({ length: 10 }, () => tenth))).toBe(false);
  });
});
