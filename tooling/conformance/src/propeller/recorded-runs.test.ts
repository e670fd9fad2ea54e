import { describe, expect, it } from "vitest";
import { readRows } from "../random/read-rows.js";
import { recordedRunsOf } from "../runs/recorded-runs.js";
import { runTwins } from "../run-twins.js";
import { twins } from "../twins.js";
import { compareCaseByStandIn } from "./compare-case-by-stand-in.js";
import { compareRowByStandIn } from "./compare-row-by-stand-in.js";

const all = [...twins, ...runTwins];

describe("the stand-in for Flyte's engine", () => {
  it.each(all)("runs $name as the engine did", async (twin) => {
    const runs = await compareCaseByStandIn(twin);
    expect(runs.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(runs).toHaveLength(recordedRunsOf(twin.name).length);
  });

  it("runs the random workflows as the engine did", async () => {
    const read = readRows(new URL("../../data/pipelines.jsonl", import.meta.url).pathname);
    if (!("rows" in read)) return expect.unreachable(read.problem);
    const differing: unknown[] = [];
    let runs = 0;
    for (const row of read.rows) {
      const compared = await compareRowByStandIn(row);
      runs += compared.length;
      for (const [index, differences] of compared.entries()) {
        if (differences.length > 0) differing.push({ row: row.name, index, differences });
      }
    }
    expect(differing).toEqual([]);
    expect(runs).toBe(600);
  }, 300_000);
});
