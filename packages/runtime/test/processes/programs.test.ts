import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "@flytekit-ts/models";
import { DynamicJobSpec, ErrorDocument, type Literal, LiteralMap } from "@flytekit-ts/models/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram, type BuiltProgram } from "../support/built-program.js";
import { literal, placeOf } from "../support/container.js";
import { type InstalledPrograms, installPrograms } from "../support/installed-programs.js";
import { type Ended, runProcess } from "../support/run-process.js";

let programs: InstalledPrograms;
let tasks: BuiltProgram;
beforeAll(async () => {
  programs = installPrograms();
  tasks = await buildProgram(fileURLToPath(new URL("../support/tasks.ts", import.meta.url)), {
    minify: true,
  });
});
afterAll(() => {
  programs.remove();
  tasks.remove();
});

interface Left extends Ended {
  readonly files: readonly string[];
  read(name: string): Uint8Array;
}

interface Given {
  readonly task: string;
  readonly inputs?: Readonly<Record<string, Literal>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isMap?: boolean;
}

/** Runs a program through its link, as the command of a container does. */
async function run({ task, inputs = {}, env = {}, isMap = false }: Given): Promise<Left> {
  const folder = mkdtempSync(join(programs.folder, "run-"));
  writeFileSync(join(folder, "in.pb"), encode(LiteralMap, { literals: new Map(Object.entries(inputs)) }));
  const out = join(folder, "out");
  const program = join(programs.bin, isMap ? "tsflyte-map-execute" : "tsflyte-execute");
  const ended = await runProcess(
    program,
    [
      ...["--inputs", join(folder, "in.pb"), "--output-prefix", out],
      ...["--raw-output-data-prefix", join(folder, "raw"), "--", ...(isMap ? ["vars", ""] : [])],
      ...["task-module", tasks.file, "task-name", `tasks.${task}`],
    ],
    { env, cwd: programs.folder },
  );
  const files = existsSync(out) ? readdirSync(out).toSorted() : [];
  return { ...ended, files, read: (name) => readFileSync(join(out, name)) };
}

// What a process tells of itself at its end.
const USED = expect.stringMatching(/^Used: peak memory \d+ MiB.*\n$/) as string;

const outputOf = (left: Left): Literal | undefined =>
  LiteralMap.decode(left.read("outputs.pb")).literals.get("o0");

describe("the programs", () => {
  it("run a task of a bundle that is found through its link", async () => {
    const left = await run({ task: "same", inputs: { x: literal(3) } });
    expect(left).toMatchObject({ code: 0, files: ["outputs.pb"], stdout: "", stderr: USED });
    expect(outputOf(left)).toEqual(literal(3));
  });

  it("run an item of a map", async () => {
    const env = { BATCH_JOB_ARRAY_INDEX_OFFSET: "1" };
    const left = await run({ task: "same", inputs: { x: literal([3, 4]) }, env, isMap: true });
    expect(outputOf(left)).toEqual(literal(4));
  });

  it("name the author's class and line in an error of a minified bundle", async () => {
    const left = await run({ task: "raises", inputs: { text: literal("boom") } });
    expect(left).toMatchObject({ code: 0, files: ["error.pb"] });
    const { error } = ErrorDocument.decode(left.read("error.pb"));
    expect(error?.message).toMatch(
      /^Trace:\n\n {4}ValueError: boom\n {8}at .*test\/support\/tasks\.ts[^\n]*\n\nMessage/,
    );
    expect(error?.message).toContain(placeOf("new ValueError(text)"));
    expect(left.stderr).toContain("ValueError: boom");
  });

  it("write the graph of a dynamic", async () => {
    const left = await run({ task: "spread", inputs: { n: literal(2) } });
    expect(left).toMatchObject({ code: 0, files: ["futures.pb"] });
    expect(DynamicJobSpec.decode(left.read("futures.pb")).nodes.map(({ id }) => id)).toEqual(["dn0", "dn1"]);
  });

  it("load what is rarely needed: decks, literals in files, tasks that only a workflow uses", async () => {
    const deck = await run({ task: "withDeck", inputs: { x: literal(1) } });
    expect(deck).toMatchObject({ code: 0, files: ["deck.html", "outputs.pb"], stderr: USED });
    const offloaded = await run({ task: "same", inputs: { x: literal(1) }, env: { _F_L_MIN_SIZE_MB: "0" } });
    expect(offloaded.files).toEqual(["o0_offloaded_metadata.pb", "outputs.pb"]);
    expect(outputOf(await run({ task: "hidden", inputs: { x: literal(1) } }))).toEqual(literal(2));
  });

  it("leave what a task prints where it is", async () => {
    const left = await run({ task: "prints", inputs: { text: literal("hello") } });
    expect(left).toMatchObject({
      code: 0,
      stdout: "hello\n",
      stderr: `on stderr\n${left.stderr.slice("on stderr\n".length)}`,
    });
  });

  it.each([0, 3])("end with the exit code %i of a task that leaves, and write nothing", async (code) => {
    expect(await run({ task: "leaves", inputs: { code: literal(code) } })).toMatchObject({ code, files: [] });
  });

  it("end with 2 and their usage if the arguments are wrong", async () => {
    const { code, stderr } = await runProcess(join(programs.bin, "tsflyte-execute"), ["--colour"]);
    expect(code).toBe(2);
    expect(stderr).toContain("usage: tsflyte-execute");
  });
});

describe("help", () => {
  it.each(["tsflyte-execute", "tsflyte-map-execute", "tsflyte-fast-execute"])(
    "is printed where a pager finds it: %s",
    async (program) => {
      const { code, stdout, stderr } = await runProcess(join(programs.bin, program), ["--help"], {
        env: {},
        cwd: programs.folder,
      });
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`^usage: ${program} `));
    },
  );
});
