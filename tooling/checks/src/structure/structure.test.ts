import { describe, expect, it } from "vitest";

import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { parseSource } from "../source/parse-source.js";
import { withTempRepo } from "../testing/temp-repo.js";
import { checkLimits } from "./check-limits.js";
import { figures, quantile } from "./figures.js";
import { findEscapes } from "./find-escapes.js";
import { findFunctions } from "./find-functions.js";
import { measureFile, measurePackage } from "./measure-package.js";

describe("this repository", () => {
  it.each(publishedPackages(readWorkspace(repoRoot)).map((pkg) => [pkg.dir, pkg] as const))(
    "%s keeps the hard limits",
    (_, pkg) => {
      const measure = measurePackage(repoRoot, pkg);
      expect(measure.files.length).toBeGreaterThan(0);
      expect(checkLimits(measure)).toEqual([]);
    },
  );
});

describe("checkLimits", () => {
  const problemsIn = (text: string, file = "packages/core/src/a.ts") =>
    checkLimits({
      name: "core",
      files: [measureFile(file, text)],
      cycles: [],
      valueCycles: [],
      testLines: 0,
    });

  it("accepts 300 lines, and `any` in the one file that infers", () => {
    expect(problemsIn("\n".repeat(300))).toEqual([]);
    expect(problemsIn("type A = any;\n", "packages/core/src/types/infer.ts")).toEqual([]);
  });

  it("reports 301 lines", () => {
    expect(problemsIn("\n".repeat(301))).toEqual(["packages/core/src/a.ts has 301 lines; split it."]);
  });

  it("reports `any` elsewhere, but not the word", () => {
    expect(problemsIn("// any\ntype A = { any: 'any' }[];\nlet b: Map<string, any>;\n")).toEqual([
      "packages/core/src/a.ts:3 uses any.",
    ]);
  });

  it("reports a silenced rule without a reason", () => {
    expect(problemsIn("// oxlint-disable-next-line no-console\nf();\n")).toEqual([
      "packages/core/src/a.ts:1 silences a rule without saying why: oxlint-disable-next-line no-console",
    ]);
  });
});

describe("measurePackage", () => {
  it("finds planted cycles of values and of types, and leaves generated code and tests out", async () => {
    const measure = await withTempRepo((repo) => {
      repo.write({
        "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
        "packages/core/package.json": `{ "name": "@flytekit-ts/core" }`,
        "packages/core/src/a.ts": `import { b } from "./b.js";\nexport const a = b;\n`,
        "packages/core/src/b.ts": `import { a } from "./a.js";\nexport const b = () => a;\n`,
        "packages/core/src/c.ts": `export type { D } from "./d/d.js";\n`,
        "packages/core/src/d/d.ts": `export type D = import("../c.js").D;\n`,
        "packages/core/src/gen/e.ts": `import "./e.js";\nexport type E = any;\n`,
        "packages/core/src/a.test.ts": `import "./a.test.js";\n\n\n`,
      });
      const [pkg] = readWorkspace(repo.root);
      if (pkg === undefined) throw new Error("The planted package was not found.");
      return measurePackage(repo.root, pkg);
    });
    const inSource = (...names: string[]) => names.map((name) => `packages/core/src/${name}.ts`);
    expect(measure.files.map((each) => each.file)).toEqual(inSource("a", "b", "c", "d/d"));
    expect(measure.cycles).toEqual([inSource("a", "b", "a"), inSource("c", "d/d", "c")]);
    expect(measure.valueCycles).toEqual([inSource("a", "b", "a")]);
    expect(measure.testLines).toBe(3);
    expect(checkLimits(measure)).toHaveLength(2);
  });
});

describe("findFunctions", () => {
  it("measures declarations, methods, arrows and nested functions, and skips overloads and `this`", () => {
    const text = [
      "function a(x: number): void;",
      "function a(this: void, x: number, y = 1, ...z: string[]): void {",
      "  const b = () => 1;",
      "}",
      "class C { d({ e }: E) { return e; } constructor(f: F) {} }",
      "const g = { h() {}, i: async function () {} };",
      "export default (j: J) => j;",
    ].join("\n");
    const found = findFunctions(parseSource("a.ts", text)).map((each) => Object.values(each).join(" "));
    expect(found.toSorted()).toEqual([
      "? 7 1 1",
      "a 2 3 3",
      "b 3 1 0",
      "constructor 5 1 1",
      "d 5 1 1",
      "h 6 1 0",
      "i 6 1 0",
    ]);
  });
});

describe("findEscapes", () => {
  it.each([
    ["// oxlint-disable-next-line no-console -- the logger's own door", true],
    ["/* eslint-disable no-console */", false],
    ["// @ts-expect-error the type is too deep", true],
    ["// @ts-expect-error", false],
    ["// @ts-ignore: it is fine", true],
    ["/* v8 ignore next -- unreachable */", true],
    ["/* v8 ignore next */", false],
  ])("reads %s", (text, reasoned) => {
    expect(findEscapes(parseSource("a.ts", text)).silencers).toMatchObject([{ line: 1, reasoned }]);
  });

  it("leaves other comments alone and counts non-null assertions", () => {
    const escapes = findEscapes(parseSource("a.ts", "// the linter may disable this\nconst a = b!.c!;\n"));
    expect(escapes).toEqual({ anys: [], assertions: [2, 2], silencers: [] });
  });
});

describe("figures", () => {
  it("prints one row for each package", () => {
    const rows = figures(repoRoot).split("\n").slice(1, 13);
    expect(rows.map((row) => row.split(" ")[0])).toEqual([
      "cli",
      "core",
      "create",
      "datasets",
      "local-exec",
      "models",
      "remote",
      "runtime",
      "storage-azure",
      "storage-gcs",
      "storage-s3",
      "workflow",
    ]);
  });

  it("counts folders, the fullest one's files, cycles and what entries offer, and tells what rides on a cycle", async () => {
    const printed = await withTempRepo((repo) => {
      repo.write({
        "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
        "packages/core/package.json": JSON.stringify({
          name: "@flytekit-ts/core",
          exports: { ".": { "@flytekit-ts/source": "./src/index.ts" } },
        }),
        "packages/core/src/index.ts": `export { a } from "./a/a.js";\nexport type { C } from "./a/c.js";\n`,
        "packages/core/src/a/a.ts": `import { b } from "../b/b.js";\nexport const a = b;\n`,
        "packages/core/src/a/c.ts": "export interface C {}\n",
        "packages/core/src/b/b.ts": `import type { C } from "../a/c.js";\nexport const b: C = {};\n`,
      });
      return figures(repo.root);
    });
    const [head, row, ...details] = printed.trimEnd().split("\n");
    expect(head?.endsWith("  folders  folder cycles  folder max")).toBe(true);
    expect(row?.split(/ {2,}/).slice(-3)).toEqual(["3", "1", "2"]);
    expect(details).toContain("core .: 1 values, 1 types");
    expect(details).toContain(
      "cycle of folders in core: a -> b -> a (a/a.ts takes b from b/b.ts; b/b.ts takes C from a/c.ts)",
    );
  });

  it("takes the nearest rank", () => {
    expect([0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share))).toEqual([
      5, 9, 10,
    ]);
    expect(quantile([], 0.5)).toBe(0);
  });
});
