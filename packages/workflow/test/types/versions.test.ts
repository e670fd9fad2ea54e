/**
 * The corpus holds for every TypeScript version that we support, against the declarations that users install.
 *
 * An unused `@ts-expect-error` is an error, so each refusal is checked as well as each line that is right.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilers, newest, runTsc } from "./support/compilers.js";
import { addCorpus, type Installation, install } from "./support/installation.js";

const TIMEOUT = 120_000;
const corpus = "test/types/corpus";
let project: Installation;

beforeAll(async () => {
  project = await install({ direct: ["workflow", "core"] });
  addCorpus(project);
}, TIMEOUT);
afterAll(() => project.remove());

describe.concurrent("the corpus", () => {
  it.each(compilers)(
    "holds for TypeScript $version",
    async (compiler) => {
      const { diagnostics, output } = await runTsc(compiler, project.directory, [
        "--project",
        "corpus.json",
        "--listFiles",
      ]);
      expect(diagnostics).toEqual([]);
      expect(output).toContain(`${corpus}/numbers-never-mix.test-d.ts`);
      expect(output).toContain("packages/core/dist/types/infer.test-d.ts");
      expect(output).toContain("packages/core/dist/types/infer.d.ts");
      expect(output).not.toContain("packages/core/src");
    },
    TIMEOUT,
  );
});

describe("the check itself", () => {
  it.each([
    {
      fault: "a refusal that is none",
      from: "half({ x: n });",
      to: "half({ x: f });",
      message: /error TS2578: Unused '@ts-expect-error' directive\.$/,
    },
    {
      fault: "a line that should be right and is not",
      from: "\n    half({ x: f });",
      to: "\n    half({ x: n });",
      message: /^.*error TS2322: Type 'FlytePromise<number, "int">' is not assignable/,
    },
  ])(
    "sees $fault",
    async ({ from, to, message }) => {
      const text = readFileSync(join(project.directory, corpus, "numbers-never-mix.test-d.ts"), "utf8");
      expect(text).toContain(from);
      project.write({
        [`${corpus}/planted.test-d.ts`]: text.replace(from, to),
        "planted.json": JSON.stringify({
          extends: "./tsconfig.json",
          files: [`${corpus}/planted.test-d.ts`],
        }),
      });
      const { diagnostics } = await runTsc(newest, project.directory, ["--project", "planted.json"]);
      expect(diagnostics).toEqual([expect.stringMatching(message)]);
      expect(diagnostics[0]).toContain("planted.test-d.ts");
    },
    TIMEOUT,
  );

  it("says so when the compiler does not start", async () => {
    const missing = { ...newest, tsc: "no-such-compiler" };
    await expect(runTsc(missing, project.directory, [])).rejects.toThrow("TypeScript 7.0 broke");
  });
});
