import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { command } from "../../src/command/command.js";
import { defineCommand } from "../../src/command/command-spec.js";
import { registry } from "../../src/program/registry.js";
import { aLab, aroundLab, type Lab } from "./a-lab.js";
import { Fuzzed, PLANTED } from "./endings.js";
import { filesWith } from "./files-with.js";
import { calledBy, type Named, namedIn } from "./shaped.js";
import { commandLines } from "./words.js";

const CASES = Number(process.env["FUZZ_CASES"] ?? 7000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 19);

// Most of the time of a case is spent waiting for a cluster that does not answer.
const LANES = 4;

interface Lane extends Lab {
  readonly fuzzed: Fuzzed;
}

let lanes: readonly Lane[] = [];
beforeAll(() => {
  lanes = Array.from({ length: LANES }, () => {
    const lab = aLab();
    return { ...lab, fuzzed: new Fuzzed(lab.programs) };
  });
});
afterAll(() => {
  for (const { fuzzed } of lanes) fuzzed.stop();
});

const nameOf = ({ words }: Named): string => words.join(" ");

/** The commands of a registry that were not called. */
function uncalled(all: typeof registry, called: ReadonlySet<string>): readonly string[] {
  return namedIn(all)
    .map(nameOf)
    .filter((name) => !called.has(name));
}

const called = new Set<string>();

it(`ends ${CASES} command lines with a code and no stack`, { timeout: 600_000 }, async () => {
  const cases = fc.sample(commandLines, { numRuns: CASES, seed: SEED }).values();
  let refused = 0;
  const wrong: unknown[] = [];
  const along = async ({ fuzzed, ...lab }: Lane): Promise<void> => {
    const around = { cwd: lab.cwd, env: aroundLab(lab) };
    for (const { argv, endAfter } of cases) {
      const { code, faults } = await fuzzed.run(argv, { ...around, endAfter });
      // The words are too long for a message where one of them is.
      if (faults.length > 0) wrong.push({ argv: argv.map((word) => word.slice(0, 200)), endAfter, faults });
      if (code === 2) refused++;
      const command = await calledBy(argv);
      if (command !== undefined) called.add(nameOf(command));
    }
  };
  await Promise.all(lanes.map(along));
  expect(wrong).toEqual([]);
  // Else they would have been right, and shown nothing.
  expect(refused).toBeGreaterThan(CASES / 4);
});

it("leaves no secret in what was written", () => {
  // Its own files, and what was packed of the project as it is.
  const own = /(?:^|\/)(?:flyte\.config\.js|\.npmrc|\.env)$/;
  expect(lanes.flatMap(({ cwd }) => filesWith(PLANTED, cwd)).filter((file) => !own.test(file))).toEqual([]);
});

it.runIf(CASES >= 7000)("calls each command", () => {
  expect(uncalled(registry, called)).toEqual([]);
  const planted = defineCommand({ name: "planted", summary: "", arguments: {}, options: {}, examples: [] });
  const more = [...registry, command(planted, async () => async () => 0)];
  expect(uncalled(more, called)).toEqual(["planted"]);
});

it("gives programs nothing but objects, whatever is wrong", async () => {
  for (const argv of [
    ["--json", "nope"],
    ["list", "--json", "--x"],
    ["--json"],
    ["run", "--json", "\0", "x"],
  ]) {
    const [{ fuzzed, cwd } = noLane()] = lanes;
    const { stdout } = await fuzzed.run(argv, { cwd });
    for (const line of stdout.trimEnd().split("\n")) expect(JSON.parse(line)).toBeTypeOf("object");
  }
});

function noLane(): never {
  throw new Error("there is no lane");
}
