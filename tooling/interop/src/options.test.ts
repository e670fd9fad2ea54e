import { describe, expect, it } from "vitest";
import { readOptions } from "./options.js";

describe("readOptions", () => {
  it("has a seed of its own and 2,000 runs", () => {
    const { seed, runs } = readOptions([]);
    expect(Number.isInteger(seed)).toBe(true);
    expect(runs).toBe(2000);
  });

  it("takes both, also behind pnpm's dashes", () => {
    expect(readOptions(["--", "--seed", "7", "--runs=10"])).toEqual({ seed: 7, runs: 10 });
  });

  it("refuses others", () => {
    expect(() => readOptions(["--runs", "many"])).toThrow("--runs takes a whole number.");
    expect(() => readOptions(["--speed", "7"])).toThrow();
  });
});
