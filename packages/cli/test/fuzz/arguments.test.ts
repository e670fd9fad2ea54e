import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Fuzzed } from "./endings.js";
import { commandLines } from "./words.js";

const CASES = Number(process.env["FUZZ_CASES"] ?? 7000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 19);

// Most of the time of a case is spent waiting for a cluster that does not answer.
const LANES = 6;

const lanes = Array.from({ length: LANES }, () => new Fuzzed());
const [fuzzed = new Fuzzed()] = lanes;
let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "fuzz-"));
});
afterAll(() => {
  for (const lane of lanes) lane.stop();
  rmSync(cwd, { recursive: true, force: true });
});

it(`ends ${CASES} command lines with a code and no stack`, { timeout: 600_000 }, async () => {
  // Nothing listens there.
  const env = { HOME: cwd, FLYTE_PLATFORM_URL: "localhost:1", FLYTE_PLATFORM_INSECURE: "true" };
  const cases = fc.sample(commandLines, { numRuns: CASES, seed: SEED }).values();
  let refused = 0;
  const along = async (lane: Fuzzed): Promise<void> => {
    for (const argv of cases) {
      const { code, faults } = await lane.run(argv, { cwd, env });
      // The words are too long for a message where one of them is.
      expect({ argv: argv.map((word) => word.slice(0, 200)), faults }).toEqual({
        argv: expect.anything(),
        faults: [],
      });
      if (code === 2) refused++;
    }
  };
  await Promise.all(lanes.map(along));
  // Else they would have been right, and shown nothing.
  expect(refused).toBeGreaterThan(CASES / 4);
});

it("gives programs nothing but objects, whatever is wrong", async () => {
  for (const argv of [
    ["--json", "nope"],
    ["list", "--json", "--x"],
    ["--json"],
    ["run", "--json", "\0", "x"],
  ]) {
    const { stdout } = await fuzzed.run(argv, { cwd });
    for (const line of stdout.trimEnd().split("\n")) expect(JSON.parse(line)).toBeTypeOf("object");
  }
});
