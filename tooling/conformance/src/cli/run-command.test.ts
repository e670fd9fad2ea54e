import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "@flytekit-ts/models";
import { WorkflowSpec } from "@flytekit-ts/models/admin";
import { afterAll, describe, expect, it } from "vitest";
import type { RandomRow } from "../random/read-rows.js";
import { runCommand } from "./run-command.js";

const data = fileURLToPath(new URL("../../data/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = readFileSync(join(data, "pipelines.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as RandomRow);

interface Output {
  readonly code: number;
  readonly lines: readonly string[];
  readonly complaints: readonly string[];
}

async function run(args: readonly string[], directory: string = folder): Promise<Output> {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const code = await runCommand(args, {
    directory,
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, lines, complaints };
}

/** Run the command on rows, by a path that is relative to where its caller stands. */
async function runOn(given: readonly unknown[]): Promise<Output> {
  writeFileSync(join(folder, "rows.jsonl"), given.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return run(["--random", "rows.jsonl"]);
}

function rowNamed(name: string): RandomRow {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
}

/** A row with the message of its last workflow changed. */
function withMessage(row: RandomRow, change: (spec: WorkflowSpec) => void): RandomRow {
  const messages = row.messages.map((each) => {
    if (each.name !== `rnd.${row.name}`) return each;
    const spec = WorkflowSpec.decode(Uint8Array.from(Buffer.from(each.pb, "base64")));
    change(spec);
    return { ...each, pb: Buffer.from(encode(WorkflowSpec, spec)).toString("base64") };
  });
  return { ...row, messages };
}

/** A row with its first run changed. */
function withRun(row: RandomRow, change: object): RandomRow {
  return { ...row, runs: row.runs.map((each, index) => (index === 0 ? { ...each, ...change } : each)) };
}

describe("conformance", () => {
  it("prints a table of the reference cases, and ends with a count", async () => {
    const { code, lines, complaints } = await run([]);
    expect(lines.slice(-2)).toEqual(["24 equal, 0 different", "literals: 850 equal, 0 different"]);
    expect(lines[0]).toMatch(/^case +messages +runs$/);
    expect(lines.filter((line) => /^c\d\d_\w+ +equal /.test(line))).toHaveLength(24);
    expect(lines.filter((line) => /^x\d\d_\w+ +- +\d+ agree$/.test(line))).toHaveLength(11);
    expect(lines).toContain("c08_conditional         equal     6 agree");
    expect([code, complaints]).toEqual([0, []]);
  });

  it("explains its arguments", async () => {
    const wrong = await run(["--randon", "x"]);
    expect(wrong).toMatchObject({ code: 1, lines: [] });
    expect(wrong.complaints.join("\n")).toContain("usage: conformance [--random <file> | --literals <file>]");
    expect((await run(["rows.jsonl"])).code).toBe(1);
  });
});

describe("conformance --literals", () => {
  const golden = JSON.parse(readFileSync(join(data, "golden/literals.json"), "utf8")) as object[];
  const runLiterals = async (given: unknown): Promise<Output> => {
    writeFileSync(join(folder, "literals.json"), typeof given === "string" ? given : JSON.stringify(given));
    return run(["--literals", "literals.json"]);
  };

  it("compares any file, by a path that is relative to its caller", async () => {
    expect(await runLiterals(golden.slice(22, 26))).toEqual({
      code: 0,
      lines: ["literals: 4 equal, 0 different"],
      complaints: [],
    });
    expect(await run(["--literals", join(data, "golden/literals.json")], "/")).toMatchObject({
      code: 0,
      lines: ["literals: 43 equal, 0 different"],
    });
  });

  it("names what is different, and goes on", async () => {
    const [first, second] = golden;
    expect(
      await runLiterals([{ ...first, literal: { scalar: { primitive: { integer: "1" } } } }, second]),
    ).toEqual({
      code: 1,
      lines: [
        "literal 1 (int): different",
        '  literal: scalar.primitive.integer: ours "0", flytekit\'s "1"',
        "literals: 1 equal, 1 different",
      ],
      complaints: [],
    });
  });

  it.each([
    ["not JSON", "is no JSON list of rows"],
    [{}, "is no JSON list of rows"],
    [[], "holds no rows"],
    [[1], "row 1 of "],
    [[{ value: 1 }], "has no type"],
    [[{ type: "int" }], "has no value"],
    [[{ type: "int", value: 1 }], "has no literal type"],
    [[{ ...golden[0], literal_pb: 1 }], "has no literal"],
    [[{ ...golden[0], fails: "sometimes" }], "fails in an unknown way"],
  ])("refuses the file %#", async (given, problem) => {
    const { code, lines, complaints } = await runLiterals(given);
    expect([code, lines]).toEqual([1, []]);
    expect(complaints.join("\n")).toContain(problem);
  });

  it("refuses a file that is not there", async () => {
    const { code, complaints } = await run(["--literals", "missing.json"]);
    expect([code, complaints]).toEqual([1, [`${join(folder, "missing.json")} cannot be read (ENOENT)`]]);
  });
});

describe("conformance --random", () => {
  it("ends with a count", async () => {
    const { code, lines, complaints } = await runOn(rows.slice(0, 3));
    expect(lines).toEqual(["3 workflows equal, 0 different; 6 runs agree, 0 differ"]);
    expect([code, complaints]).toEqual([0, []]);
  });

  it("takes an absolute path, and dashes in front of its arguments", async () => {
    const { code, lines } = await run(["--", "--random", join(data, "nested-arms.jsonl")], "/");
    expect(lines).toEqual(["1 workflows equal, 0 different; 0 runs agree, 0 differ"]);
    expect(code).toBe(0);
  });

  it("names a changed binding, a dropped upstream node and a missing sub-workflow", async () => {
    const planted = withMessage(rowNamed("r0"), (spec) => {
      const [first, second] = spec.template?.nodes ?? [];
      const data0 = first?.inputs[0]?.binding?.value;
      if (data0?.$case === "promise") data0.value.var = "i1";
      second?.upstreamNodeIds.pop();
      spec.subWorkflows.pop();
    });
    const { code, lines } = await runOn([planted, rowNamed("r1")]);
    expect(lines).toEqual([
      "r0: workflow rnd.r0: different",
      '  template.nodes[n0].inputs[a].binding.promise.var: ours "i0", flytekit\'s "i1"',
      expect.stringMatching(
        /^ {2}template\.nodes\[n1\]\.upstream_node_ids: ours \{"n0":true\}, flytekit's \(absent\)$/,
      ),
      expect.stringMatching(/^ {2}sub_workflows: ours .*\.\.\., flytekit's \(absent\)$/),
      "1 workflows equal, 1 different; 4 runs agree, 0 differ",
    ]);
    expect(code).toBe(1);
  });

  it("names a message that one side does not have", async () => {
    const row = rowNamed("r0");
    const { lines } = await runOn([
      { ...row, messages: row.messages.filter(({ kind }) => kind === "workflow") },
    ]);
    expect(lines).toEqual([
      "r0: launch-plan r0_c0.plan: not in the reference",
      "0 workflows equal, 1 different; 2 runs agree, 0 differ",
    ]);
  });

  it("names another task run, a wrong output and a node that should be skipped", async () => {
    const [first] = rowNamed("r0").runs;
    const one = { scalar: { primitive: { integer: "1" } } };
    const { code, lines } = await runOn([
      withRun(rowNamed("r0"), {
        taskRuns: 4,
        outputs: { ...first?.outputs, size: one },
        nodes: { ...first?.nodes, n1: "SKIPPED" },
      }),
    ]);
    expect(lines).toEqual([
      "r0: run 0 differs",
      "  outputs: ours {label: 2, rest: 4, size: 2}, recorded {label: 2, rest: 4, size: 1}",
      "  nodes SUCCEEDED: ours also n1, recorded no others",
      "  task executions: ours 3, recorded 4",
      "1 workflows equal, 0 different; 1 runs agree, 1 differ",
    ]);
    expect(code).toBe(1);
  });

  it("tells what cannot be compared, and goes on", async () => {
    const row = rowNamed("r1");
    const [message, workflow] = [row.messages[0], row.workflows[0]];
    const { lines } = await runOn([
      { ...row, workflows: [{ ...workflow, nodes: [{ call: "nothing" }] }] },
      { ...row, messages: [{ ...message, pb: "AAAA" }] },
      withRun(row, { outputs: { o0: { nothing: 1 } } }),
      row,
    ]);
    expect(lines).toEqual([
      "r1: cannot be built: there is no nothing to call",
      "r1: run 0 differs",
      "  run: ours not possible, as there is no workflow, recorded done",
      "r1: run 1 differs",
      "  run: ours not possible, as there is no workflow, recorded done",
      "r1: messages cannot be compared: the bytes recorded as workflow rnd.r1 are none",
      "r1: run 0 differs",
      expect.stringMatching(/^ {2}record: ours none, recorded not readable: .*"nothing" is unknown$/),
      "2 workflows equal, 2 different; 5 runs agree, 3 differ",
    ]);
  });

  it.each([
    ["no-such-file.jsonl", undefined, "cannot be read (ENOENT)"],
    [".", undefined, "cannot be read (EISDIR)"],
    ["malformed.jsonl", "{}", "has a wrong `name`, or none"],
    ["no-json.jsonl", "name: r0", "is not JSON"],
    ["empty.jsonl", "", "holds no workflows"],
  ])("complains of %s, without a stack", async (name, text, problem) => {
    if (text !== undefined) writeFileSync(join(folder, name), text);
    const { code, lines, complaints } = await run(["--random", name]);
    expect([code, lines]).toEqual([1, []]);
    expect(complaints).toEqual([expect.stringContaining(problem)]);
    expect(complaints.join("\n").split("\n")).toHaveLength(1);
  });

  it("runs as many tasks at a time as it is told", async () => {
    writeFileSync(join(folder, "rows.jsonl"), `${JSON.stringify(rowNamed("r0"))}\n`);
    const { code, lines } = await run(["--random", "rows.jsonl", "--concurrency", "1"]);
    expect([code, lines.at(-1)]).toEqual([0, "1 workflows equal, 0 different; 2 runs agree, 0 differ"]);
    const { complaints } = await run(["--random", "rows.jsonl", "--concurrency", "none"]);
    expect(complaints[0]).toContain("--concurrency takes a whole number of at least 1");
  });

  it("runs in every mode if it is told to, and finds a difference in each", async () => {
    const row = rowNamed("r0");
    const command = ["--random", "rows.jsonl", "--every-mode"];
    writeFileSync(join(folder, "rows.jsonl"), `${JSON.stringify(row)}\n`);
    const equal = await run(command);
    const counted = (lines: readonly string[], text: string): number =>
      lines.filter((line) => line === text).length;
    expect(equal.code).toBe(0);
    expect(equal.lines).toContain("four tasks at a time, in workers, with a journal:");
    expect(counted(equal.lines, "1 workflows equal, 0 different; 2 runs agree, 0 differ")).toBe(12);
    writeFileSync(
      join(folder, "rows.jsonl"),
      `${JSON.stringify(withRun(row, { taskRuns: 99, outputs: {} }))}\n`,
    );
    const differing = await run(command);
    expect(differing.code).toBe(1);
    expect(counted(differing.lines, "1 workflows equal, 0 different; 1 runs agree, 1 differ")).toBe(12);
    const { complaints } = await run([...command, "--concurrency", "1"]);
    expect(complaints[0]).toContain("--every-mode sets --concurrency itself");
  });
});

describe("--packages", () => {
  it("takes a file of packaged projects, and twins of one's own", async () => {
    const rows = JSON.parse(readFileSync(join(data, "python/packages.json"), "utf8")) as { id: string }[];
    const write = (given: unknown) => writeFileSync(join(folder, "packages.json"), JSON.stringify(given));
    write(rows.filter(({ id }) => id === "one-file").map((row) => ({ ...row, id: "same-project" })));
    expect(await run(["--packages", "packages.json"])).toMatchObject({ code: 0 });
    write(rows.filter(({ id }) => id === "bad-env" || id === "one-file"));
    expect(await run(["--packages", "packages.json"])).toMatchObject({
      code: 0,
      lines: ["packages: 2 equal, 0 different"],
    });
    const twin = join(import.meta.dirname, "../packages/twins/one-file.ts");
    const text = `import { entities } from ${JSON.stringify(twin)};\nexport const packageTwins: object = { "one-file": { entities } };`;
    writeFileSync(join(folder, "twins.ts"), text);
    const { code, lines } = await run(["--packages", "packages.json", "--twins", "twins.ts"]);
    expect(code).toBe(1);
    expect(lines).toContain("  there is no twin of this project");
    expect(lines.at(-1)).toBe("packages: 1 equal, 1 different");
  });

  it("says what it lacks", async () => {
    writeFileSync(join(folder, "packages.json"), "[]");
    writeFileSync(join(folder, "none.mjs"), "export const x = 1;");
    for (const args of [
      ["--packages", "gone.json"],
      ["--packages", "packages.json"],
      ["--twins", "none.mjs"],
    ]) {
      expect(await run(args)).toMatchObject({ code: 1, lines: [], complaints: [expect.any(String)] });
    }
  });
});
