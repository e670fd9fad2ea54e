import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { EVERY_SOURCE, everyLink, everySource } from "@flytekit-ts/downstream/every-source";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runProgram } from "../support/run-program.js";

function everyProject(): string {
  const cwd = aProject(everySource);
  for (const [from, to] of everyLink) {
    mkdirSync(dirname(join(cwd, from)), { recursive: true });
    symlinkSync(join(cwd, to), join(cwd, from));
  }
  return cwd;
}

const run = (cwd: string, ...argv: readonly string[]): ReturnType<typeof runProgram> =>
  runProgram(["run", "--no-journal", "--no-cache", ...argv], { cwd });

describe("what authors write", () => {
  it("is loaded, and leaves nothing behind", async () => {
    const cwd = everyProject();
    const temporary = temporaryFolder();
    const argv = ["run", "--no-journal", "--no-cache", "main.ts", "every"];
    const { code, stdout, stderr } = await runProgram(argv, { cwd, env: { TMPDIR: temporary } });
    expect(stderr).not.toContain("Warning");
    expect(JSON.parse(stdout)).toEqual(EVERY_SOURCE);
    expect(code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(["inWorker", "inProcess"])("is loaded in isolation: %s", async (entity) => {
    const { stdout } = await run(everyProject(), "main.ts", entity);
    expect(stdout).toBe("green9\n");
  });

  it("may be JavaScript that imports TypeScript", async () => {
    const cwd = aProject({
      "main.js":
        'import { task } from "@flytekit-ts/workflow"; import { Mode } from "./mode"; export const a = task({ name: "a" }, () => console.log(Mode.Fast));',
      "mode.ts": 'export enum Mode { Fast = "fast" }',
    });
    expect((await run(cwd, "main.js", "a")).stdout).toBe("fast\n");
  });

  it("may have decorators of the standard, with esbuild", async () => {
    const cwd = aProject({
      "main.ts": `import { task } from "@flytekit-ts/workflow";
function twice(method: () => number): () => number { return () => 2 * method(); }
class A { @twice m(): number { return 4; } accessor n = 1; }
export const a = task({ name: "a" }, () => console.log(new A().m() + new A().n));`,
    });
    expect((await run(cwd, "main.ts", "a")).stdout).toBe("9\n");
  });

  it("may have projects in one tsconfig.json", async () => {
    const cwd = aProject({
      "tsconfig.json": JSON.stringify({ files: [], references: [{ path: "./tsconfig.app.json" }] }),
      "tsconfig.app.json": JSON.stringify({
        include: ["src"],
        compilerOptions: { paths: { "@/*": ["./src/*"] } },
      }),
      "src/main.ts":
        'import { task } from "@flytekit-ts/workflow"; import { a } from "@/lib"; export const b = task({ name: "b" }, () => console.log(a));',
      "src/lib.ts": "export const a: number = 1;",
    });
    expect((await run(cwd, "src/main.ts", "b")).stdout).toBe("1\n");
  });
});

const task =
  'import { task } from "@flytekit-ts/workflow"; export const a = task({ name: "a" }, () => undefined);';

type Files = Readonly<Record<string, string>>;
type Fault = readonly [files: Files, problem: string, hint: string, place?: string];

// [files, the first is run; problem; hint; place of the author's line]
const faults: readonly Fault[] = [
  [
    { "a.ts": "export const b = 1;\nconst x: = 3;\n" },
    "a syntax error: Unexpected token",
    "Correct the line.",
    "a.ts:2:10",
  ],
  [
    { "a.ts": 'import "./b.js";', "b.js": "\nlet = = 1;" },
    "b.js cannot be loaded: it has a syntax error",
    "Correct the line.",
    "b.js:2:",
  ],
  [
    { "a.ts": 'import "./b.json";', "b.json": '{ "a": 1,\n b }' },
    "b.json cannot be loaded: it has a syntax error",
    "Correct the line.",
    "b.json:2:2",
  ],
  [
    { "a.ts": '\nimport { b } from "./helpers.js"; b;', "helper.ts": "export const b = 1;" },
    'it imports "./helpers.js", which is not there',
    "Did you mean helper.ts?",
    "a.ts:2:19",
  ],
  [
    { "a.ts": 'import { z } from "zod-4"; z;' },
    "there is no package zod-4 here",
    "npm install zod-4",
    "a.ts:1:19",
  ],
  [
    {
      "a.ts": 'import { z } from "zodd"; z;',
      "package.json": '{ "type": "module", "dependencies": { "zod": "4" } }',
    },
    "there is no package zodd here",
    "Did you mean zod?",
  ],
  [
    {
      "a.ts": 'import { z } from "@/nothing"; z;',
      "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    },
    'it imports "@/nothing", which tsconfig.json leads to',
    "Correct the import",
  ],
  [
    { "a.ts": 'import "#nowhere";' },
    'it imports "#nowhere", which leads nowhere',
    "`imports` of package.json",
  ],
  [
    { "a.ts": 'import "@flytekit-ts/core/nowhere";' },
    "@flytekit-ts/core does not export",
    "Look at `exports`",
  ],
  [{ "a.ts": 'import "./folder";', "folder/x.txt": "" }, "it imports the folder", "Import one of its files"],
  [
    { "a.ts": 'import "./style.css";', "style.css": "" },
    "Node cannot load files that end in .css",
    "node:fs",
  ],
  [
    { "a.ts": '\n import { squared } from "./b";\nsquared;', "b.ts": "export const square = 1;" },
    "it exports no squared",
    "Did you mean square?",
    "a.ts:2:11",
  ],
  [
    { "a.ts": 'export { T } from "./b";', "b.ts": "export interface T {}" },
    "it exports no T",
    "T is a type",
    "a.ts:1:10",
  ],
  [
    { "a.ts": 'import b from "./b"; b;', "b.ts": "export const c = 1;" },
    "it has no default export",
    "Export it there",
  ],
  [
    {
      "a.ts": 'import { b } from "./b.js"; export const a = b + 1;',
      "b.ts": '\nimport { a } from "./a"; export const b = a + 1;',
    },
    "because modules import each other: b.ts imports a.ts imports b.ts",
    "Move a into a module of its own",
    "b.ts:2:",
  ],
  [
    { "a.ts": "interface X {}\nconst x = null as any;\nx.y;" },
    "its code throws while it is loaded: Cannot read properties of null",
    "Mend what it throws",
    "a.ts:3:3",
  ],
  [{ "a.ts": 'throw "a text";' }, "its code throws while it is loaded: a text", "Mend what it throws"],
  [{ "a.ts": 'JSON.parse("{");' }, "its code throws while it is loaded", "Mend what it throws", "a.ts:1:6"],
  [
    { "a.ts": "await new Promise(() => {});" },
    "it waits at its top level for something that never comes",
    "Look for an `await`",
  ],
  [{ "a.ts/index.ts": task }, "it is a folder", "Give one of its files: a.ts/index.ts"],
  [{ "package.json": "{}" }, "it is neither TypeScript nor JavaScript", "Give a file"],
];

describe("what cannot be loaded", () => {
  it.each(faults.map((fault) => [fault[1], fault] as const))(
    "%s",
    async (_, [files, problem, hint, place]) => {
      const cwd = aProject(files);
      const [first = ""] = Object.keys(files);
      const { code, stdout, stderr } = await runProgram(["run", first.replace("/index.ts", ""), "a"], {
        cwd,
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("SOURCE_UNLOADABLE");
      expect(stderr.replaceAll(/\s+/g, " ")).toContain(problem);
      expect(stderr.replaceAll(/\s+/g, " ")).toContain(hint);
      if (place !== undefined) expect(stderr).toContain(place);
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );

  it("passes on what is wrong with a declaration", async () => {
    const cwd = aProject({
      "a.ts":
        'import { task } from "@flytekit-ts/workflow";\nexport const a = task({ name: "a", retries: -1 }, () => {});',
    });
    const { code, stderr } = await runProgram(["run", "a.ts", "a"], { cwd });
    expect(stderr).toContain("OPTION_INVALID");
    expect(stderr).toContain("a.ts:2:");
    expect(code).not.toBe(0);
  });
});
