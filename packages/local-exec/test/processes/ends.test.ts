import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
const programs = fileURLToPath(new URL("programs.ts", import.meta.url));

interface Ended {
  readonly outcome: string;
  readonly milliseconds: number;
}

const known = new Map<string, Promise<Ended>>();

/** Runs a program once, in a process of its own. The time is that of the processor, to the end of the process. */
function ended(name: string): Promise<Ended> {
  const run =
    known.get(name) ??
    promisify(execFile)(process.execPath, [script, programs, name], { timeout: 25_000 }).then(
      ({ stdout }) => JSON.parse(stdout) as Ended,
    );
  known.set(name, run);
  return run;
}

describe("the process", () => {
  it.each([
    ["a map that fails at its first item", "MAP_FAILED", "a map"],
    ["a map that fails at half of its items", "MAP_FAILED", "a map"],
    ["a map that is cancelled", "RUN_ABORTED", "a map"],
    ["a fan that fails at its first node", "TASK_FAILED", "a fan"],
    ["a fan that is cancelled", "RUN_ABORTED", "a fan"],
  ])("of %s ends within three times the time of success", async (name, outcome, successful) => {
    const [failing, success] = await Promise.all([ended(name), ended(successful)]);
    expect([failing.outcome, success.outcome]).toEqual([outcome, "succeeded"]);
    expect(failing.milliseconds).toBeLessThan(success.milliseconds * 3);
  });

  it("of timed tasks ends with their runs, not an hour later", async () => {
    const { outcome } = await ended("timed tasks whose runs end early");
    expect(outcome).toBe("TASK_FAILED MAP_FAILED RUN_ABORTED RUN_ABORTED RUN_ABORTED");
  });
});
