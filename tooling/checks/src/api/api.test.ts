import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readWorkspace } from "../repo/workspace.js";
import { withTempRepo, type TempRepo } from "../testing/temp-repo.js";
import { checkReports } from "./check-reports.js";
import { entrySizes } from "./entry-sizes.js";
import { writeReports } from "./write-reports.js";

const built = {
  "dist/index.d.ts": [
    `export { size as sizeOf } from "./size.js";`,
    `export type { Box } from "./box.js";`,
    `export { task, type Task } from "@flytekit-ts/models";`,
    `export { T } from "./gen/t.js";`,
    `//# sourceMappingURL=index.d.ts.map`,
  ],
  "dist/more/words.d.ts": [`export * from "../words.js";`],
  "dist/size.d.ts": [
    `import type { Box } from "./box.js";`,
    `/** How much fits in. */`,
    `export declare function size(box: Box): number;`,
    `/** Nothing. */`,
    `export declare function size(box: undefined): 0;`,
  ],
  "dist/box.d.ts": [
    `import type { Lid as Cover } from "./lid.js";`,
    `/** A box. */`,
    `export interface Box extends Cover<Box> {`,
    `    /** In metres. */`,
    `    readonly height: number;`,
    `    readonly of: import("./box.js").Stuff | "/* what */";`,
    `}`,
    `export type Stuff = typeof stuff;`,
    `declare const stuff: readonly string[];`,
    `export interface Unrelated {}`,
  ],
  "dist/lid.d.ts": [`export interface Lid<T> { readonly on: T; }`],
  "dist/words.d.ts": [`export type Words = string;`, `export declare const words: Words;`],
  "dist/gen/t.d.ts": [`export declare const T: { readonly a: Hidden };`, `interface Hidden {}`],
};

const report = `# @flytekit-ts/core

What this entry offers. Written by \`npx --yes pnpm@12.21.0 api\`.

\`\`\`ts
// Box: type
export interface Box extends Cover<Box> {
    readonly height: number;
    readonly of: Stuff | "/* what */";
}

// T: value, generated
// Task: type, re-exported from @flytekit-ts/models

// sizeOf: value, declared as size
export declare function size(box: Box): number;
export declare function size(box: undefined): 0;

// task: value, re-exported from @flytekit-ts/models

// Not exported, but part of the above:

declare const stuff: readonly string[];

interface Lid<T> { readonly on: T; }

type Stuff = typeof stuff;
\`\`\`
`;

/** A repository with a package that was built, and whose reports are written. */
function withReports<T>(use: (repo: TempRepo) => T): Promise<T> {
  return withTempRepo((repo) => {
    const entryOf = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
    writeManifest(repo, { ".": entryOf("index"), "./more/words": entryOf("more/words") });
    repo.write({ "pnpm-workspace.yaml": "packages:\n  - packages/*\n", ".gitignore": "dist\n" });
    for (const [file, lines] of Object.entries(built)) writeLines(repo, file, lines);
    writeReports(repo.root);
    return use(repo);
  });
}

function writeManifest(repo: TempRepo, entries: Record<string, unknown>): void {
  const exports = { ...entries, "./package.json": "./package.json" };
  repo.write({ "packages/core/package.json": JSON.stringify({ name: "@flytekit-ts/core", exports }) });
}

function writeLines(repo: TempRepo, file: string, lines: readonly string[]): void {
  repo.write({ [`packages/core/${file}`]: `${lines.join("\n")}\n` });
}

describe("writeReports", () => {
  it("writes names with their declarations, without comments and places, and what these refer to", async () => {
    const written = await withReports(({ root }) =>
      readFileSync(join(root, "packages/core/api/index.md"), "utf8"),
    );
    expect(written).toBe(report);
  });

  it("follows what passes everything on, and names a file after an entry", async () => {
    const written = await withReports(({ root }) =>
      readFileSync(join(root, "packages/core/api/more-words.md"), "utf8"),
    );
    expect(written).toContain("// Words: type\nexport type Words = string;\n");
    expect(written).toContain("// words: value\nexport declare const words: Words;\n");
  });

  it("removes the report of an entry that is gone", async () => {
    await withReports((repo) => {
      writeManifest(repo, { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } });
      expect(writeReports(repo.root)).toEqual(["packages/core/api/index.md"]);
      expect(existsSync(join(repo.root, "packages/core/api/more-words.md"))).toBe(false);
    });
  });

  it("leaves out an entry without code, and asks for a build where there was none", async () => {
    await withReports((repo) => {
      writeManifest(repo, { "./test/golden": { types: "./dist/index.d.ts" } });
      expect(writeReports(repo.root)).toEqual([]);
      writeManifest(repo, { ".": { types: "./dist/gone.d.ts", default: "./dist/gone.js" } });
      expect(() => checkReports(repo.root)).toThrow(
        "packages/core/dist/gone.d.ts is not built. Run npx --yes pnpm@12.21.0 build.",
      );
    });
  });
});

describe("checkReports", () => {
  type File = keyof typeof built;
  const change = (file: File, from: string, to: string): [File, string[]] => [
    file,
    built[file].map((line) => line.replace(from, to)),
  ];

  it("accepts reports that say what is offered", async () => {
    expect(await withReports(({ root }) => checkReports(root))).toEqual([]);
  });

  it.each<[string, [File, string[]], string[]]>([
    [
      "another type of a parameter",
      change("dist/size.d.ts", "box: Box", "box: Box | string"),
      [
        "-export declare function size(box: Box): number;",
        "+export declare function size(box: Box | string): number;",
      ],
    ],
    [
      "a new member of an interface",
      ["dist/box.d.ts", built["dist/box.d.ts"].toSpliced(5, 0, "    readonly width: number;")],
      ["+    readonly width: number;"],
    ],
    [
      "a new name",
      ["dist/index.d.ts", [...built["dist/index.d.ts"], `export type { Stuff } from "./box.js";`]],
      ["+// Stuff: type", "+export type Stuff = typeof stuff;", "+", "-", "-type Stuff = typeof stuff;"],
    ],
    [
      "a name that is gone",
      ["dist/index.d.ts", built["dist/index.d.ts"].toSpliced(3, 1)],
      ["-// T: value, generated"],
    ],
    [
      "a value that became a type",
      change("dist/index.d.ts", "{ task,", "{ type task,"),
      [
        "-// task: value, re-exported from @flytekit-ts/models",
        "+// task: type, re-exported from @flytekit-ts/models",
      ],
    ],
    [
      "another origin",
      change("dist/index.d.ts", "@flytekit-ts/models", "@flytekit-ts/models/core"),
      [
        "-// Task: type, re-exported from @flytekit-ts/models",
        "+// Task: type, re-exported from @flytekit-ts/models/core",
        "-// task: value, re-exported from @flytekit-ts/models",
        "+// task: value, re-exported from @flytekit-ts/models/core",
      ],
    ],
    [
      "another shape of what is not exported",
      change("dist/box.d.ts", "readonly string[]", "readonly number[]"),
      ["-declare const stuff: readonly string[];", "+declare const stuff: readonly number[];"],
    ],
  ])("reports %s", async (_, [file, lines], difference) => {
    const problems = await withReports((repo) => {
      writeLines(repo, file, lines);
      return checkReports(repo.root);
    });
    expect(problems).toEqual([["packages/core/api/index.md says otherwise:", ...difference].join("\n")]);
  });

  it("says nothing of comments, moved files and what no entry shows", async () => {
    const problems = await withReports((repo) => {
      writeLines(repo, ...change("dist/size.d.ts", "How much fits in.", "Its size."));
      writeLines(repo, ...change("dist/box.d.ts", "./lid.js", "./moved/lid.js"));
      writeLines(repo, "dist/moved/lid.d.ts", built["dist/lid.d.ts"]);
      writeLines(repo, ...change("dist/gen/t.d.ts", "readonly a", "readonly b"));
      return checkReports(repo.root);
    });
    expect(problems).toEqual([]);
  });

  it("shows no more than the first lines of a difference", async () => {
    const members = Array.from({ length: 30 }, (_, i) => `    readonly m${i}: number;`);
    const [problem] = await withReports((repo) => {
      writeLines(repo, "dist/box.d.ts", built["dist/box.d.ts"].toSpliced(5, 0, ...members));
      return checkReports(repo.root);
    });
    expect(problem?.split("\n")).toHaveLength(14);
    expect(problem?.endsWith("\n+    readonly m11: number;\n...")).toBe(true);
  });

  it("reports an entry without a report, and a report without an entry", async () => {
    const problems = await withReports((repo) => {
      const target = { types: "./dist/index.d.ts", default: "./dist/index.js" };
      writeManifest(repo, { ".": target, "./boxes": target });
      return checkReports(repo.root);
    });
    expect(problems).toEqual([
      "packages/core/api/boxes.md is missing.",
      "packages/core/api/more-words.md is about no entry.",
    ]);
  });
});

describe("entrySizes", () => {
  it("counts what is there at run time and what is a type alone, each name once", async () => {
    const sizes = await withTempRepo((repo) => {
      writeManifest(repo, { "./types": { "@flytekit-ts/source": "./src/types.ts" } });
      repo.write({
        "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
        "packages/core/src/types.ts": [
          `import { a } from "./a.js";`,
          `import type { a as b } from "./a.js";`,
          `export { a, b };`,
          `export { Both, f, type C } from "./a.js";`,
          `export type { C as D } from "./a.js";`,
          `export { task } from "@flytekit-ts/models";`,
          `export * from "./gen/t.js";`,
        ].join("\n"),
        "packages/core/src/a.ts": [
          "export const a = 1;",
          "export interface Both {}",
          "export const Both = {};",
          "export function f(): void;",
          "export function f(x?: 1): void {}",
          "export class C {}",
        ].join("\n"),
        "packages/core/src/gen/t.ts": "export const t = 1;\n",
      });
      return readWorkspace(repo.root).flatMap((pkg) => entrySizes(repo.root, pkg));
    });
    expect(sizes).toEqual([{ entry: "./types", values: 4, types: 3 }]);
  });
});
