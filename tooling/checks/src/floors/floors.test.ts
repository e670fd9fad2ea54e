import { describe, expect, it } from "vitest";

import { chain } from "../layers/chain.js";
import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { withTempRepo } from "../testing/temp-repo.js";
import { checkFloorPage } from "./check-floor-page.js";
import { checkFloors } from "./check-floors.js";
import { checkWalks } from "./check-walks.js";
import { describeCycle, findFloorCycles } from "./find-floor-cycles.js";
import { floorsOf } from "./floors-of.js";
import { readPackageSources, type PackageSources } from "./read-package-sources.js";

/** The sources of a package that holds these files. */
function plant(files: Record<string, string>): Promise<PackageSources> {
  return withTempRepo((repo) => {
    repo.write({
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "packages/core/package.json": `{ "name": "@flytekit-ts/core" }`,
    });
    repo.write(
      Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/core/src/${file}`, text])),
    );
    const [pkg] = readWorkspace(repo.root);
    if (pkg === undefined) throw new Error("The planted package was not found.");
    return readPackageSources(repo.root, pkg);
  });
}

const problemsIn = async (files: Record<string, string>) => checkFloors(await plant(files));

describe("this repository", () => {
  const packages = publishedPackages(readWorkspace(repoRoot)).map((pkg) => [pkg.dir, pkg] as const);

  it.each(packages)("%s is built in floors", (_, pkg) => {
    const sources = readPackageSources(repoRoot, pkg);
    expect(sources.files.length).toBeGreaterThan(0);
    expect(checkFloors(sources)).toEqual([]);
  });

  it.each(packages)("%s is drawn as it is built", (dir, pkg) => {
    const name = dir.slice(dir.indexOf("/") + 1);
    // What no other package of the chain needs to know is drawn on its own page.
    const isDrawnHere = chain.includes(name) && name !== "local-exec";
    const page = readText(repoRoot, isDrawnHere ? "ARCHITECTURE.md" : `${dir}/README.md`);
    const floors = floorsOf(readPackageSources(repoRoot, pkg));
    expect(checkFloorPage(page, name, floors)).toEqual([]);
  });

  it("has walks in ARCHITECTURE.md that go through its files", () => {
    expect(checkWalks(readText(repoRoot, "ARCHITECTURE.md"), listFiles(repoRoot))).toEqual([]);
  });
});

describe("checkWalks", () => {
  const page = "### Walk 1\n\nFrom `a/b` on.\n\n### Walk 2\n\nTo `c/d/e-f`.\n\n## More\n\n`not/here`\n";
  const files = ["packages/core/src/a/b.ts", "packages/workflow/src/c/d/e-f.ts"];

  it("finds files of any package", () => {
    expect(checkWalks(page, files)).toEqual([]);
  });

  it("reports a file that moved, and a page without walks", () => {
    expect(checkWalks(page, ["packages/core/src/b/b.ts", ...files.slice(1)])).toEqual([
      "A walk goes through a/b, which is no file.",
    ]);
    expect(checkWalks("## More\n", files)).toEqual(["The page has no two walks that name files."]);
  });
});

const house = {
  "index.ts": `export { a } from "./attic/a.js";\nexport { errors } from "./errors.js";\n`,
  "errors.ts": `import { w } from "./words/w.js";\nexport const errors = w;\n`,
  "attic/a.ts": `import { errors } from "../errors.js";\nimport { d } from "./deep/d.js";\nexport const a = [errors, d];\n`,
  "attic/deep/d.ts": `import type { W } from "../../words/w.js";\nexport const d: W = "";\n`,
  "words/w.ts": `export type W = string;\nexport const w = "";\n`,
};

describe("checkFloors", () => {
  it("accepts a house whose floors stand on each other", async () => {
    expect(await problemsIn(house)).toEqual([]);
  });

  it("leaves tests and generated code out", async () => {
    const files = {
      "words/w.test.ts": `import { a } from "../attic/a.js";\na;\n`,
      "gen/g.ts": `import { a } from "../attic/a.js";\nexport const g = a;\n`,
      "words/v.ts": `import { g } from "../gen/g.js";\nexport const v = g;\n`,
    };
    expect(await problemsIn({ ...house, ...files })).toEqual([]);
  });

  it("reports a cycle of values, with what rides on it", async () => {
    const files = {
      "words/v.ts": `import { d } from "../attic/deep/d.js";\nexport const v = d;\n`,
      "attic/b.ts": `import { v } from "../words/v.js";\nexport { w as x } from "../words/w.js";\nv;\n`,
    };
    expect(await problemsIn({ ...house, ...files })).toEqual([
      "packages/core: attic -> words -> attic (attic/b.ts takes v from words/v.ts; " +
        "attic/b.ts takes w from words/w.ts; attic/deep/d.ts takes W from words/w.ts; " +
        "words/v.ts takes d from attic/deep/d.ts).",
      "packages/core: attic/deep -> words -> attic/deep (attic/deep/d.ts takes W from words/w.ts; " +
        "words/v.ts takes d from attic/deep/d.ts).",
    ]);
  });

  it("reports a cycle of types alone, however they are named", async () => {
    const files = {
      "a/a.ts": `export type A = import("../b/b.js").B;\n`,
      "b/b.ts": `export type B = string;\n`,
      "b/c.ts": `export type { A } from "../a/a.js";\n`,
    };
    expect(await problemsIn(files)).toEqual([
      "packages/core: a -> b -> a (a/a.ts takes B from b/b.ts; b/c.ts takes A from a/a.ts).",
    ]);
  });

  it("reports a cycle through a loose file at the top", async () => {
    const files = {
      "a/a.ts": `import * as e from "../errors.js";\nexport const a = e;\n`,
      "errors.ts": `import "./a/b.js";\n`,
      "a/b.ts": "export {};\n",
    };
    expect(await problemsIn(files)).toEqual([
      "packages/core: a -> errors.ts -> a (a/a.ts takes all from errors.ts; errors.ts runs a/b.ts).",
    ]);
  });

  it("reports a cycle between a folder and its own subfolder", async () => {
    const files = {
      "a/a.ts": `import { b } from "./rules/b.js";\nb;\n`,
      "a/c.ts": `export interface C {}\n`,
      "a/rules/b.ts": `import type { C } from "../c.js";\nexport const b: C = {};\n`,
    };
    expect(await problemsIn(files)).toEqual([
      "packages/core: a -> a/rules -> a (a/a.ts takes b from a/rules/b.ts; a/rules/b.ts takes C from a/c.ts).",
    ]);
  });

  it("reports a folder with 21 files, subfolders and tests not counted", async () => {
    const filled = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`a/f${i}.ts`, "export {};\n"]));
    const aside = { "a/f0.test.ts": "export {};\n", "a/b/c.ts": "export {};\n" };
    expect(await problemsIn({ ...filled(20), ...aside })).toEqual([]);
    expect(await problemsIn({ ...filled(21), ...aside })).toEqual([
      "packages/core/src/a has 21 source files of its own; more than 20 are no single idea.",
    ]);
  });
});

describe("describeCycle", () => {
  it("leaves out what rides beyond the first few", async () => {
    const takers = ["c", "d", "e", "f"].map((name) => [
      `a/${name}.ts`,
      `import { b } from "../b/b.js";\nb;\n`,
    ]);
    const sources = await plant({
      ...Object.fromEntries(takers),
      "b/b.ts": `import "../a/c.js";\nexport const b = 1;\n`,
    });
    expect(findFloorCycles(sources).map((steps) => describeCycle(steps, 2))).toEqual([
      "a -> b -> a (a/c.ts takes b from b/b.ts; a/d.ts takes b from b/b.ts; and 2 more from a to b; " +
        "b/b.ts runs a/c.ts)",
    ]);
  });
});

describe("floorsOf", () => {
  const heightsIn = async (files: Record<string, string>) =>
    floorsOf(await plant(files)).map(({ room, height }) => `${height} ${room}`);

  it("orders rooms from the ground up, by the longest way down and then by name", async () => {
    const cellar = { "cellar/c.ts": "export {};\n" };
    expect(await heightsIn({ ...house, ...cellar })).toEqual([
      "0 cellar",
      "0 words",
      "1 errors.ts",
      "2 attic",
      "3 index.ts",
    ]);
  });

  it("puts what stands on a cycle above the rest", async () => {
    const cycle = { "words/v.ts": `import { errors } from "../errors.js";\nerrors;\n`, "z/z.ts": "" };
    expect(await heightsIn({ ...house, ...cycle })).toEqual([
      "0 z",
      "1 attic",
      "1 errors.ts",
      "1 index.ts",
      "1 words",
    ]);
  });
});

describe("checkFloorPage", () => {
  const page = (...lines: string[]) =>
    ["# Floors", "", "```floors core", ...lines, "```", "", "```floors workflow", "x  y", "```", ""].join(
      "\n",
    );
  const drawing = [
    "index.ts   what authors use",
    "attic      what stands on top",
    "errors.ts  codes",
    "words      texts",
  ];
  const problemsOn = async (text: string) => checkFloorPage(text, "core", floorsOf(await plant(house)));

  it("accepts a drawing of all floors, each above those from which it takes", async () => {
    expect(await problemsOn(page(...drawing))).toEqual([]);
  });

  it.each<[string, string[], string]>([
    [
      "a floor that is missing",
      drawing.filter((line) => !line.startsWith("words")),
      "core is drawn without the floor words.",
    ],
    ["a floor that is made up", [...drawing, "cellar  nothing"], "core has no floor cellar."],
    ["a floor drawn twice", [...drawing, "words  again"], "core is drawn with two floors words."],
    [
      "a floor below one from which it takes",
      drawing.toSorted(),
      "core is drawn with index.ts below errors.ts, from which it takes.",
    ],
    [
      "a floor without a word on it",
      drawing.with(3, "words"),
      "core has a line that is no floor with what it holds: words",
    ],
  ])("reports %s", async (_, lines, problem) => {
    expect(await problemsOn(page(...lines))).toContain(problem);
  });

  it("reports a package that is not drawn, or is twice", async () => {
    expect(await problemsOn("```\nwords  texts\n```\n")).toEqual([
      `core is drawn in no block "floors core".`,
    ]);
    expect(await problemsOn(page(...drawing).repeat(2))).toEqual([
      `core is drawn in several blocks "floors core".`,
    ]);
  });
});
