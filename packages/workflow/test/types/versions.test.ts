/**
 * The corpus holds for every TypeScript version that we support, against the declarations that users install.
 *
 * An unused `@ts-expect-error` is an error, so each refusal is checked as well as each line that is right.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Checked, compilers, newest, oldest, runTsc } from "./support/compilers.js";
import { addCorpus, type Installation, install } from "./support/installation.js";

const TIMEOUT = 120_000;
const corpus = "test/types/corpus";
let project: Installation;

beforeAll(async () => {
  project = await install({ direct: ["workflow", "core"] });
  addCorpus(project);
}, TIMEOUT);
afterAll(() => project.remove());

describe("the corpus", () => {
  it.each(compilers)(
    "holds for TypeScript $version",
    async (compiler) => {
      const { diagnostics, output } = await runTsc(compiler, project.directory, [
        "--project",
        ".",
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
  const plant = async (compiler: (typeof compilers)[number], name: string, from: string, to: string) => {
    const text = readFileSync(join(project.directory, corpus, "numbers-never-mix.test-d.ts"), "utf8");
    expect(text).toContain(from);
    const planted = `${corpus}/planted-${name}-${compiler.version}.test-d.ts`;
    project.write({
      [planted]: text.replace(from, to),
      "planted.json": JSON.stringify({ extends: "./tsconfig.json", files: [planted], include: [] }),
    });
    return { planted, checked: await runTsc(compiler, project.directory, ["--project", "planted.json"]) };
  };
  const summaries = ({ diagnostics }: Checked): readonly string[] =>
    diagnostics.map((each) => each.split("\n")[0] ?? "");

  it.each([oldest, newest])(
    "sees a refusal that is none, with TypeScript $version",
    async (compiler) => {
      const { planted, checked } = await plant(compiler, "refusal", "half({ x: n });", "half({ x: f });");
      expect(summaries(checked)).toEqual([
        expect.stringMatching(/^.*error TS2578: Unused '@ts-expect-error' directive\.$/),
      ]);
      expect(checked.diagnostics[0]).toContain(planted);
    },
    TIMEOUT,
  );

  it.each([oldest, newest])(
    "sees a line that should be right and is not, with TypeScript $version",
    async (compiler) => {
      const { planted, checked } = await plant(
        compiler,
        "right",
        "\n    half({ x: f });",
        "\n    half({ x: n });",
      );
      expect(summaries(checked)).toEqual([
        expect.stringMatching(/error TS2322: Type 'FlytePromise<number, "int">' is not assignable/),
      ]);
      expect(checked.diagnostics[0]).toContain(planted);
    },
    TIMEOUT,
  );

  it("says so when the compiler does not start", async () => {
    await expect(runTsc({ ...newest, tsc: "no-such-compiler" }, project.directory, [])).rejects.toThrow(
      "broke",
    );
  });
});
