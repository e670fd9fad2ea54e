import { describe, expect, it } from "vitest";
import { textTable } from "./text-table.js";

describe("textTable", () => {
  it("sets names to the left and figures to the right", () => {
    const rows = [
      ["short", "1"],
      ["much longer", "1,000"],
    ];
    expect(textTable({ columns: ["name", "n"], rows }).split("\n")).toEqual([
      "name             n",
      "───────────  ─────",
      "short            1",
      "much longer  1,000",
    ]);
  });

  it("is a head and a rule without rows", () => {
    expect(textTable({ columns: ["a", "b"], rows: [] })).toBe("a  b\n─  ─");
  });
});
