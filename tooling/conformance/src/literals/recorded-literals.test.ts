import { describe, expect, it } from "vitest";
import { compareLiteralRow } from "./compare/compare-row.js";
import { RECORDED_LITERALS } from "./recorded-literals.js";
import { readLiteralRows } from "./rows/literal-row.js";

describe("the literals of flytekit", () => {
  it.each(RECORDED_LITERALS)("are ours: %s", async (path) => {
    const read = readLiteralRows(path);
    if ("problem" in read) throw new Error(read.problem);
    const results = await Promise.all(read.rows.map(compareLiteralRow));
    expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
});
