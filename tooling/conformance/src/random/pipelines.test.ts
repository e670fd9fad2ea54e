import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareRow } from "./compare-row.js";
import { readRows } from "./read-rows.js";

const read = readRows(fileURLToPath(new URL("../../data/pipelines.jsonl", import.meta.url)));
if ("problem" in read) throw new Error(read.problem);
const { rows } = read;

describe("random workflows", () => {
  it("are 300, with 600 runs", () => {
    expect(rows).toHaveLength(300);
    expect(rows.flatMap(({ runs }) => runs)).toHaveLength(600);
  });

  it.each(rows.map((row) => [row.name, row] as const))(
    "%s has flytekit's messages and the engine's runs",
    async (name, row) => {
      expect(await compareRow(row)).toEqual({ name, messages: [], runs: row.runs.map(() => []) });
    },
  );
});
