/**
 * What authors export can be written down: `declaration: true` never fails with a type that cannot be named,
 * and what is written down means the same to the next author.
 *
 * The author depends on `@flytekit-ts/workflow` alone, so that a type of core which that does not re-export
 * would be found. Nothing is skipped: our own declarations are checked, too.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiler, compilers, newest, runTsc } from "./support/compilers.js";
import { type Installation, install } from "./support/installation.js";

const TIMEOUT = 120_000;
const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const strict = ["--skipLibCheck", "false"];
let project: Installation;

beforeAll(async () => {
  project = await install();
}, TIMEOUT);
afterAll(() => project.remove());

async function emit(compiler: Compiler, text: string) {
  const out = `out-${compiler.version}`;
  project.write({
    "author/author.ts": text,
    "author/tsconfig.json": JSON.stringify({
      extends: "../tsconfig.json",
      compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: "." },
      files: ["author.ts"],
    }),
  });
  const emitted = await runTsc(compiler, project.directory, ["-p", "author", "--outDir", out, ...strict]);
  return { out, emitted };
}

describe("the declarations of an author's module", () => {
  it.each(compilers)(
    "can be emitted and built upon with TypeScript $version",
    async (compiler) => {
      const { out, emitted } = await emit(compiler, readFileSync(fixture("author.ts"), "utf8"));
      expect(emitted.diagnostics).toEqual([]);
      const declarations = readFileSync(join(project.directory, out, "author.d.ts"), "utf8");
      expect(declarations).not.toMatch(/\bany\b/);
      expect(declarations).not.toContain("@flytekit-ts/core");

      project.write({
        [`${out}/next.ts`]: readFileSync(fixture("author-of-author.ts"), "utf8"),
        [`${out}/tsconfig.json`]: JSON.stringify({ extends: "../tsconfig.json", files: ["next.ts"] }),
      });
      const built = await runTsc(compiler, project.directory, ["-p", out, ...strict]);
      expect(built.diagnostics).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "are seen to fail where a type cannot be named",
    async () => {
      const { emitted } = await emit(
        newest,
        `const secret: unique symbol = Symbol();\nexport class A { [secret] = 1 }`,
      );
      expect(emitted.diagnostics).toEqual([expect.stringContaining("error TS4031")]);
    },
    TIMEOUT,
  );
});
