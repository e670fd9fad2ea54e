import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readRows } from "./read-rows.js";

const folder = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

function rowsOf(text: string): unknown {
  const path = join(folder, "rows.jsonl");
  writeFileSync(path, text);
  const read = readRows(path);
  return "problem" in read ? read.problem.replace(path, "FILE") : read.rows;
}

const workflow = { name: "r0", inputs: {}, nodes: [], outputs: {}, outputTypes: {} };
const row = {
  name: "r0",
  workflows: [workflow],
  messages: [{ kind: "workflow", name: "rnd.r0", pb: "" }],
  runs: [{ inputs: {}, phase: "Succeeded", nodes: {}, taskRuns: 0 }],
};

describe("readRows", () => {
  it("reads one row a line, and passes over empty lines", () => {
    expect(rowsOf(`${JSON.stringify(row)}\n\n${JSON.stringify({ ...row, name: "r1" })}\n`)).toEqual([
      row,
      { ...row, name: "r1" },
    ]);
  });

  it.each([
    ["", "FILE holds no workflows"],
    ["{", "line 1 of FILE is not JSON"],
    [`${JSON.stringify(row)}\n[]`, "line 2 of FILE has no object"],
    [JSON.stringify({ ...row, name: 1 }), "line 1 of FILE has a wrong `name`, or none"],
    [JSON.stringify({ ...row, runs: undefined }), "line 1 of FILE has a wrong `runs`, or none"],
    [JSON.stringify({ ...row, workflows: [] }), "line 1 of FILE has no workflow"],
    [
      JSON.stringify({ ...row, workflows: [{ ...workflow, nodes: [1] }] }),
      "line 1 of FILE has a wrong `workflows[0].nodes`, or none",
    ],
    [
      JSON.stringify({ ...row, messages: [{ kind: "plan", name: "", pb: "" }] }),
      "line 1 of FILE has a wrong `messages[0].kind`, or none",
    ],
    [JSON.stringify({ ...row, runs: [null] }), "line 1 of FILE has no object as runs[0]"],
    [
      JSON.stringify({ ...row, runs: [{ ...row.runs[0], phase: "Running" }] }),
      "line 1 of FILE has a wrong `runs[0].phase`, or none",
    ],
  ])("says what is wrong with %j", (text, problem) => {
    expect(rowsOf(text)).toBe(problem);
  });

  it("says that a file cannot be read", () => {
    expect(readRows(join(folder, "no-such-file"))).toEqual({
      problem: `${join(folder, "no-such-file")} cannot be read (ENOENT)`,
    });
  });
});
