import { describe, expect, it } from "vitest";

import { repoRoot } from "../repo/repo-root.js";
import { rootBin } from "../repo/workspace.js";
import { withTempRepo } from "../testing/temp-repo.js";

const oxlint = rootBin(repoRoot, "oxlint");

/** A strict project around the planted files, so that the rules that ask for types have some. */
const tsconfig = JSON.stringify({ compilerOptions: { strict: true, module: "nodenext", noEmit: true } });

/** Lint files under the configuration of this repository, in one run; return the rules broken in each file. */
async function lint(files: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  return withTempRepo((repo) => {
    repo.copy(repoRoot, [".oxlintrc.json"]);
    repo.write({ "tsconfig.json": tsconfig, "package.json": `{ "type": "module" }`, ...files });
    const { status, output } = repo.run(oxlint, ["--type-aware", "--deny-warnings", "--format=json"], {
      OXLINT_TSGOLINT_PATH: rootBin(repoRoot, "tsgolint"),
    });
    const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
    expect(status).toBe(diagnostics.length === 0 ? 0 : 1);
    const rulesIn = (file: string) =>
      diagnostics.filter((each) => each.filename === file).map((each) => each.code);
    return Object.fromEntries(
      Object.keys(files).map((file) => [file, [...new Set(rulesIn(file))].toSorted()]),
    );
  });
}

const lines = (count: number) => `export const a = [\n${"  1,\n".repeat(count - 2)}];\n`;
const longFunction = `export function f(): void {\n${"  g();\n".repeat(60)}}\nfunction g(): void {}\n`;
const kinds = `type K = { kind: "a" } | { kind: "b" };\n`;

/** Name of the planted file in `packages/core/src`, what is planted, the rule that must speak. */
const planted: readonly (readonly [string, string, string])[] = [
  ["error.ts", `throw new Error("x");\n`, "eslint(no-restricted-globals)"],
  [
    "type-error.ts",
    `export const f = (e: unknown) => e instanceof TypeError;\n`,
    "eslint(no-restricted-globals)",
  ],
  ["default.ts", `export default 1;\n`, "import(no-default-export)"],
  ["barrel.ts", `export * from "./target.js";\n`, "oxc(no-barrel-file)"],
  ["any.ts", `export const a: any = 1;\n`, "typescript(no-explicit-any)"],
  ["bang.ts", `export const f = (x?: number) => x!;\n`, "typescript(no-non-null-assertion)"],
  ["console.ts", `console.log(1);\nexport {};\n`, "eslint(no-console)"],
  [
    "params.ts",
    `export const f = (a: 1, b: 2, c: 3, d: 4, e: 5) => [a, b, c, d, e];\n`,
    "eslint(max-params)",
  ],
  ["long.ts", lines(301), "eslint(max-lines)"],
  ["function.ts", longFunction, "eslint(max-lines-per-function)"],
  ["camelCase.ts", `export const a = 1;\n`, "unicorn(filename-case)"],
  ["value-a.ts", `import { b } from "./value-b.js";\nexport const a = () => b;\n`, "import(no-cycle)"],
  ["value-b.ts", `import { a } from "./value-a.js";\nexport const b = () => a;\n`, "import(no-cycle)"],
  ["type-a.ts", `import type { B } from "./type-b.js";\nexport interface A { b: B }\n`, "import(no-cycle)"],
  ["type-b.ts", `import type { A } from "./type-a.js";\nexport interface B { a: A }\n`, "import(no-cycle)"],
  [
    "floating.ts",
    `export function f() { g(); }\nasync function g() {}\n`,
    "typescript(no-floating-promises)",
  ],
  ["misused.ts", `[1].forEach(async (x) => { await x; });\nexport {};\n`, "typescript(no-misused-promises)"],
  [
    "switch.ts",
    `${kinds}export const f = (k: K) => { switch (k.kind) { case "a": return 1; } };\n`,
    "typescript(switch-exhaustiveness-check)",
  ],
  ["string.ts", "export const f = (o: { a: 1 }) => `${o}`;\n", "typescript(no-base-to-string)"],
  [
    "assertion.ts",
    `export const f = (a: string) => a as string;\n`,
    "typescript(no-unnecessary-type-assertion)",
  ],
];

/** Where the same things are allowed. */
const allowed: readonly (readonly [string, string])[] = [
  ["packages/core/src/target.ts", `export const a = 1;\n`],
  ["packages/core/src/full.ts", lines(300)],
  ["packages/core/src/errors/a.ts", `throw new Error("x");\n`],
  ["packages/core/src/a.test.ts", `throw new Error("x");\n`],
  ["packages/core/src/b.test.ts", `${longFunction}export const a: any = 1;\n`],
  ["packages/core/src/types/infer.ts", `export type Any = any;\n`],
  ["packages/core/vitest.config.ts", `export default {};\n`],
  ["packages/models/src/a.ts", `throw new Error("x");\n`],
  ["packages/models/src/index.ts", `export * from "./a.js";\n`],
  ["packages/models/src/gen/b.ts", `export default 1 as any;\n`],
  ["examples/a/src/main.ts", `console.log(1);\nthrow new Error("x");\n`],
];

describe("oxlint, with the configuration of this repository", async () => {
  const inCore = planted.map(([file, text]) => [`packages/core/src/${file}`, text] as const);
  const broken = await lint(Object.fromEntries([...inCore, ...allowed]));

  it.each(planted)("in %s", (file, _, rule) => {
    expect(broken[`packages/core/src/${file}`]).toContain(rule);
  });

  it.each(allowed)("has nothing to say about %s", (file) => {
    expect(broken[file]).toEqual([]);
  });

  it("exits with zero on clean code", async () => {
    expect(await lint({ "packages/core/src/a.ts": `export const a = 1;\n` })).toEqual({
      "packages/core/src/a.ts": [],
    });
  });
});
