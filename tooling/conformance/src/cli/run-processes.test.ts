import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { RandomRow } from "../random/read-rows.js";
import { reportProcesses } from "./report-processes.js";
import { runCommand } from "./run-command.js";

const data = fileURLToPath(new URL("../../data/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command prints and says, and its exit code. */
async function run(...args: readonly string[]): Promise<readonly [number, ...(readonly string[])[]]> {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const code = await runCommand(args, {
    directory: folder,
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return [code, lines, complaints];
}

describe("conformance --processes", () => {
  it("packages cases and runs them as processes", async () => {
    expect(await run("--processes", "--only", "c04_defaults,c05_order")).toEqual([
      0,
      [expect.stringMatching(/^on disk: 3 runs of 2 cases agree, 0 differ; [1-9]\d* processes in \d+ s$/)],
      [],
    ]);
  });

  it("names every difference", () => {
    const runs = [
      { run: "one#0", differences: [{ what: "outputs", ours: "{o0: 1}", engine: "{o0: 2}" }] },
      { run: "one#1", differences: [] },
    ];
    const cases = [{ name: "one", runs }];
    expect(reportProcesses({ place: "on S3", cases, processes: 5, seconds: 2.6 })).toEqual({
      equal: false,
      lines: [
        "one#0 differs",
        "  outputs: ours {o0: 1}, recorded {o0: 2}",
        "on S3: 1 runs of 1 cases agree, 1 differ; 5 processes in 3 s",
      ],
    });
    expect(reportProcesses({ place: "on disk", cases: [], processes: 0, seconds: 0 }).equal).toBe(false);
  });

  it.each<[readonly string[], string]>([
    [
      ["--processes", "--only", "c04_defaults,c99"],
      "--only takes names of cases, and c99 is none: c01_linear, ",
    ],
    [["--s3"], "say more of --processes"],
    [["--only", "c04_defaults"], "say more of --processes"],
    [["--stand-in"], "--stand-in says what runs the rows of --random"],
  ])("complains of %j", async (args, problem) => {
    const [code, lines, complaints] = await run(...args);
    expect([code, lines]).toEqual([1, []]);
    expect(complaints?.join("\n")).toContain(problem);
  });
});

describe("conformance --random --stand-in", () => {
  const rows = readFileSync(join(data, "pipelines.jsonl"), "utf8")
    .split("\n", 3)
    .map((line) => JSON.parse(line) as RandomRow);
  const runOn = (given: readonly unknown[]) => {
    writeFileSync(join(folder, "rows.jsonl"), given.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return run("--random", "rows.jsonl", "--stand-in");
  };

  it("runs the recorded messages, and names a run that differs and a row that cannot be run", async () => {
    const count = rows.reduce((sum, { runs }) => sum + runs.length, 0);
    expect(await runOn(rows)).toEqual([
      0,
      [`3 workflows equal, 0 different; ${count} runs agree, 0 differ`],
      [],
    ]);
    const [one, other] = rows;
    const planted = one?.runs.map((each, index) =>
      index === 0 ? { ...each, nodes: { n9: "SUCCEEDED" } } : each,
    );
    const [code, lines] = await runOn([
      { ...one, runs: planted },
      { ...other, messages: [] },
    ]);
    expect([code, lines?.filter((line) => !line.startsWith("  "))]).toEqual([
      1,
      [
        `${one?.name}: run 0 differs`,
        expect.stringMatching(`^${other?.name}: cannot be run: `),
        ...(other?.runs.map((_, index) => `${other.name}: run ${index} differs`) ?? []),
        expect.stringMatching(/^1 workflows equal, 1 different; /),
      ],
    ]);
  });
});
