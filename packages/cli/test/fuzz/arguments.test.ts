import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Fuzzed } from "./endings.js";
import { commandLines } from "./words.js";

const CASES = Number(process.env["FUZZ_CASES"] ?? 7000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 19);

const fuzzed = new Fuzzed();
let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "fuzz-"));
});
afterAll(() => {
  fuzzed.stop();
  rmSync(cwd, { recursive: true, force: true });
});

it(`ends ${CASES} command lines with a code and no stack`, { timeout: 600_000 }, async () => {
  // Nothing listens there.
  const env = { HOME: cwd, FLYTE_PLATFORM_URL: "localhost:1", FLYTE_PLATFORM_INSECURE: "true" };
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(commandLines, async (argv) => {
      const { code, faults } = await fuzzed.run(argv, { cwd, env });
      expect(faults).toEqual([]);
      if (code === 2) refused++;
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
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
