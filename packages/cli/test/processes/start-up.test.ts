import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { aProject, PROGRAM } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";

// What a start takes is above all loading: figures of time depend on who else uses the machine, those of files do not.
const START = join(dirname(PROGRAM), "../chunks/start.js");

const IMPORTED = /(?:^|[;}\n])import\s*(?:[\w{*][^"'();]*\bfrom\s*)?["']([^"']+)["']/g;

it("prints help with one file beside the program, and nothing of another package", () => {
  const text = readFileSync(START, "utf8");
  expect([...text.matchAll(IMPORTED)].map(([, path]) => path)).toEqual([]);
  expect(text.length).toBeLessThan(165_000);
  expect(readFileSync(PROGRAM, "utf8").match(IMPORTED)).toBeNull();
});

it("says where an error came from though white space is gone", async () => {
  const cwd = aProject({
    "a.ts": `import { task } from "@flytekit-ts/workflow";
interface Unused { readonly a: string }
export const failing = task({ name: "failing" }, () => {
  throw new RangeError("too far");
});`,
  });
  const { code, stderr } = await runProgram(["run", "a.ts", "failing"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain("a.ts:4");
});
