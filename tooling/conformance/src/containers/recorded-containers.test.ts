import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareContainerRow, type ContainerResult, type Running } from "./compare-container-row.js";
import { compareRows, DEFAULT_TWINS, MORE_TWINS } from "./compare-containers.js";
import { KNOWN_DIFFERENCES } from "./known/known-differences.js";
import { readTwinModules } from "./modules/twin-modules.js";
import { ourPrograms } from "./process/programs.js";
import type { ContainerRow } from "./rows/container-row.js";
import { readContainerRows } from "./rows/read-container-rows.js";

const rows = rowsOf("container-runs.jsonl");
const more = rowsOf("container-runs-more.jsonl");

let running: Running;
let runningMore: Running;
beforeAll(async () => {
  const common = { programs: ourPrograms(), known: KNOWN_DIFFERENCES };
  running = { ...common, twins: await readTwinModules(DEFAULT_TWINS) };
  runningMore = { ...common, twins: await readTwinModules(MORE_TWINS) };
});
afterAll(() => rmSync(running.programs, { recursive: true }));

function rowsOf(name: string): readonly ContainerRow[] {
  const read = readContainerRows(fileURLToPath(new URL(`../../data/python/${name}`, import.meta.url)));
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
}

function rowOf(id: string): ContainerRow {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

describe("processes of containers", () => {
  const excused: ContainerResult[] = [];

  it("leave what flytekit's leave", { timeout: 600_000 }, async () => {
    const results = await compareRows(rows, running);
    expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(countBy(results)).toEqual({ equal: 238, excused: 16, skipped: 4 });
    excused.push(...results);
  });

  it("leave what flytekit's leave of modules of our own", { timeout: 600_000 }, async () => {
    const results = await compareRows(more, runningMore);
    expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(countBy(results)).toEqual({ equal: 225, excused: 22, skipped: 1 });
    excused.push(...results);
  });

  it("need each rule, and are excused for nothing but what it says", async () => {
    const byRule = new Map(excused.flatMap(({ id, excused: rule }) => (rule ? [[rule.name, id]] : [])));
    expect([...byRule.keys()].toSorted()).toEqual(KNOWN_DIFFERENCES.map(({ name }) => name).toSorted());
    const ids = new Set(byRule.values());
    const planted = (row: ContainerRow): ContainerRow => ({ ...row, checkpoint: { planted: "AA==" } });
    const chosen = (all: readonly ContainerRow[]) => all.filter(({ id }) => ids.has(id)).map(planted);
    const results = [
      ...(await compareRows(chosen(rows), running)),
      ...(await compareRows(chosen(more), runningMore)),
    ];
    expect(results).toHaveLength(KNOWN_DIFFERENCES.length);
    for (const { problems } of results)
      expect(problems).toContainEqual(expect.stringMatching(/^checkpoint: .*planted \(AA==\)$/));
  });

  it.each<[string, string, (row: ContainerRow) => Partial<ContainerRow>, RegExp]>([
    ["an exit code", "prints", () => ({ exitCode: 3 }), /^exit code: ours 0, flytekit's 3$/],
    ["a usage error", "no-inputs-option", () => ({ exitCode: 1 }), /^$/],
    [
      "a file too few",
      "deck",
      ({ out }) => ({ out: without(out, "deck.html") }),
      /^files: ours deck\.html, outputs\.pb, flytekit's outputs\.pb$/,
    ],
    [
      "a file too many",
      "prints",
      ({ out }) => ({ out: { ...out, "deck.html": {} } }),
      /^files: ours outputs\.pb, flytekit's deck\.html, outputs\.pb$/,
    ],
    [
      "an output",
      "int-max",
      () => ({ out: rowOf("int-min").out }),
      /^outputs\.pb: literals\.o0\.scalar\.primitive\.integer: ours/,
    ],
    [
      "a part of a record",
      "record",
      () => ({ out: rowOf("record-moment").out }),
      /^outputs\.pb: literals\.o0\.scalar\.binary\.value/,
    ],
    [
      "an error's code",
      "raises",
      () => ({ out: rowOf("raises-code").out }),
      /^error\.pb: code: ours "USER:RuntimeError", flytekit's "MY:CODE"$/,
    ],
    [
      "an error's kind",
      "recoverable",
      () => ({ out: rowOf("raises").out }),
      /^error\.pb: kind: ours 1, flytekit's 0$/,
    ],
    [
      "an error's origin",
      "raises",
      () => ({ out: rowOf("hook-after-fails").out }),
      /^error\.pb: origin: ours 1, flytekit's 2$/,
    ],
    [
      "an error's text",
      "raises",
      ({ out }) => ({ out: changed(out, { says: "bang" }) }),
      /^error\.pb: message: ours is .* does not say "bang"$/,
    ],
    [
      "an error's time",
      "raises",
      ({ out }) => ({ out: changed(out, { timestamp: "1.000000000" }) }),
      /^error\.pb: timestamp: ours \d+\.\d{9}, flytekit's 1\.0/,
    ],
    [
      "the place of an error",
      "int-from-string",
      ({ out }) => ({ out: changed(out, { traceNamesUserCode: true }) }),
      /^error\.pb: trace: ours does not name the user's file/,
    ],
    ["a node", "dynamic-loop", () => ({ out: rowOf("dynamic-chain").out }), /^futures\.pb: nodes\.dn2/],
    ["a map's item", "map-first", () => ({ out: rowOf("map-last").out }), /^outputs\.pb: literals\.o0/],
    [
      "bytes of a raw file",
      "file-written",
      ({ raw }) => ({ raw: raw.map((each) => ({ ...each, b64: "AAAAAAA=" })) }),
      /^raw file \{R1\}\/greeting\.txt: other bytes$/,
    ],
    [
      "the name of a raw file",
      "file-written",
      ({ raw }) => ({ raw: raw.map((each) => ({ ...each, name: "{R1}/other" })) }),
      /^raw files: ours has no \{R1\}\/other, but/,
    ],
    ["a raw file too many", "file-written", () => ({ raw: [] }), /^raw files: ours also/],
    [
      "a cell of a table",
      "frame-out",
      ({ raw }) => ({
        raw: raw.map((each) => ({
          ...each,
          parquet: {
            columns: { i: "int64", s: "string" },
            rows: [
              [0, "a"],
              [1, "b"],
              [2, "d"],
            ],
          },
        })),
      }),
      /^raw file \{R1\}\/00000: rows\[2\]\[1\]: ours "c", flytekit's "d"$/,
    ],
    [
      "a column of a table",
      "frame-out",
      ({ raw }) => ({
        raw: raw.map((each) => ({ ...each, parquet: { columns: { i: "double", s: "string" }, rows: [] } })),
      }),
      /^raw file \{R1\}\/00000: columns\.i: ours "int", flytekit's "float"$/,
    ],
    [
      "a checkpoint",
      "checkpoint-first",
      () => ({ checkpoint: { _dst_cp: "AA==" } }),
      /^checkpoint: ours _dst_cp \(Mg==\), flytekit's _dst_cp \(AA==\)$/,
    ],
    [
      "a line of stdout",
      "prints",
      () => ({ stdout: "hello from\nsomebody else" }),
      /^stdout: ours has no line "somebody else" there$/,
    ],
  ])("differ in %s, which is named", async (_, id, change, line) => {
    const row = rowOf(id);
    const { problems } = await compareContainerRow({ ...row, ...change(row) }, running);
    if (line.source === "^$") expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.stringMatching(line));
  });
});

function countBy(results: readonly ContainerResult[]): Record<"equal" | "excused" | "skipped", number> {
  const excused = results.filter((each) => each.excused !== undefined).length;
  const skipped = results.filter((each) => each.skipped !== undefined).length;
  return { equal: results.length - excused - skipped, excused, skipped };
}

function without(out: ContainerRow["out"], name: string): ContainerRow["out"] {
  return Object.fromEntries(Object.entries(out ?? {}).filter(([each]) => each !== name));
}

function changed(out: ContainerRow["out"], change: object): ContainerRow["out"] {
  return { ...out, "error.pb": { ...out?.["error.pb"], ...change } };
}
