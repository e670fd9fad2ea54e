import { describe, expect, it } from "vitest";
import { inOrderOfLines } from "./in-order-of-lines.js";
import type { Problem } from "./problem.js";

const at = (code: string, file?: string, line = 1, column = 1): Problem => ({
  code,
  severity: "error",
  message: "",
  ...(file === undefined ? {} : { location: { file, line, column } }),
});
const ordered = (...problems: Problem[]) => inOrderOfLines(problems).map(({ code }) => code);

describe("inOrderOfLines", () => {
  it("goes from line to line, and from column to column", () => {
    expect(ordered(at("c", "f", 3), at("b", "f", 2, 9), at("a", "f", 2, 1))).toEqual(["a", "b", "c"]);
  });

  it("goes from file to file, as they come up", () => {
    expect(ordered(at("z2", "z", 2), at("a1", "a", 1), at("z1", "z", 1))).toEqual(["z1", "z2", "a1"]);
  });

  it("puts warnings behind all errors", () => {
    const warning: Problem = { ...at("w", "f", 1), severity: "warning" };
    expect(ordered(warning, at("none"), at("e", "g", 9))).toEqual(["e", "none", "w"]);
  });

  it("leaves what stands in one place in its order, and what has no place at the end", () => {
    expect(ordered(at("none"), at("b", "f"), at("also none"), at("a", "f"))).toEqual([
      "b",
      "a",
      "none",
      "also none",
    ]);
    expect(ordered()).toEqual([]);
  });
});
