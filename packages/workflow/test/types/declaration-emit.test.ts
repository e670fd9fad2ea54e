/**
 * What authors export can be written down: `declaration: true` never fails with a type that cannot be named,
 * and what is written down means the same to the next author.
 *
 * The author depends on `@flytekit-ts/workflow` alone, so that a type of core which that does not re-export
 * would be found.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiler, compilers, newest, oldest, runTsc } from "./support/compilers.js";
import { type Installation, install } from "./support/installation.js";

const TIMEOUT = 120_000;
const author = readFixture("author.ts");
const next = readFixture("author-of-author.ts");
let project: Installation;

beforeAll(async () => {
  project = await install();
}, TIMEOUT);
afterAll(() => project.remove());

describe("the declarations of an author's module", () => {
  it.each(compilers)(
    "can be emitted and built upon with TypeScript $version",
    async (compiler) => {
      const { out, diagnostics } = await emit(compiler, author);
      expect(diagnostics).toEqual([]);
      const declarations = readFileSync(join(project.directory, out, "author.d.ts"), "utf8");
      expect(declarations).not.toMatch(/[^"]\bany\b/);
      expect(declarations).not.toContain("@flytekit-ts/core");

      project.write({ [`${out}/next.ts`]: next, [`${out}/tsconfig.json`]: settings({}, "next.ts") });
      const built = await runTsc(compiler, project.directory, ["--project", out]);
      expect(built.diagnostics).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "are seen to fail where a type cannot be named",
    async () => {
      project.write({
        "node_modules/outer/package.json": `{ "name": "outer", "types": "index.d.ts" }`,
        "node_modules/outer/index.d.ts": `import type { Inner } from "inner"; export declare function make(): Inner;`,
        "node_modules/outer/node_modules/inner/package.json": `{ "name": "inner", "types": "index.d.ts" }`,
        "node_modules/outer/node_modules/inner/index.d.ts": `export interface Inner { readonly inner: 1 }`,
      });
      const { diagnostics } = await emit(newest, `import { make } from "outer"; export const made = make();`);
      expect(diagnostics).toEqual([
        expect.stringMatching(/error TS\d+: The inferred type of 'made' cannot be named/),
      ]);
    },
    TIMEOUT,
  );
});

describe("our own declarations", () => {
  it.each([oldest, newest])(
    "hold with nothing skipped, with TypeScript $version",
    async (compiler) => {
      project.write({
        "all/index.ts": [
          `export type * as workflow from "@flytekit-ts/workflow";`,
          `export type * as plugin from "@flytekit-ts/workflow/plugin";`,
        ].join("\n"),
        "all/tsconfig.json": settings({ skipLibCheck: false }, "index.ts"),
      });
      const { diagnostics, output } = await runTsc(compiler, project.directory, [
        "--project",
        "all",
        "--listFiles",
      ]);
      expect(diagnostics).toEqual([]);
      for (const name of ["models", "core", "workflow"])
        expect(output).toContain(`packages/${name}/dist/index.d.ts`);
    },
    TIMEOUT,
  );
});

async function emit(compiler: Compiler, text: string) {
  const out = `out-${compiler.version}`;
  const options = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: "." };
  project.write({ "author/author.ts": text, "author/tsconfig.json": settings(options, "author.ts") });
  const { diagnostics } = await runTsc(compiler, project.directory, ["--project", "author", "--outDir", out]);
  return { out, diagnostics };
}

function settings(compilerOptions: object, file: string): string {
  return JSON.stringify({ extends: "../tsconfig.json", compilerOptions, files: [file] });
}

function readFixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)), "utf8");
}
