/**
 * Two copies of our packages in one program fit each other: what one makes, the other takes.
 *
 * A plugin that brings its own copy is the usual way to get there. Phantom keys are strings, so TypeScript
 * compares by structure; a class with private members in a public type would be in the way. The copies have other versions:
 * of two with one version TypeScript itself would make one.
 */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newest, oldest, runTsc } from "./support/compilers.js";
import { type Installation, install } from "./support/installation.js";

const TIMEOUT = 120_000;
const fixture = readFileSync(fileURLToPath(new URL("./fixtures/two-copies.ts", import.meta.url)), "utf8");
const other = `export * from "@flytekit-ts/workflow";\n`;
const otherTypes = `export * from "@flytekit-ts/core/types";\n`;
let project: Installation;

beforeAll(async () => {
  project = await install({ direct: ["workflow", "core"] });
  for (const name of ["models", "core", "workflow"]) {
    const copy = join(project.directory, "plugin/node_modules/@flytekit-ts", name);
    cpSync(join(project.directory, "packages", name, "dist"), join(copy, "dist"), { recursive: true });
    const manifest = readFileSync(join(project.directory, "packages", name, "package.json"), "utf8");
    project.write({
      [`plugin/node_modules/@flytekit-ts/${name}/package.json`]: JSON.stringify({
        ...(JSON.parse(manifest) as object),
        version: "99.0.0",
      }),
    });
  }
  project.write({
    "plugin/other.ts": other,
    "plugin/types.ts": otherTypes,
    "two-copies.ts": fixture
      .replace("./other-copy.js", "./plugin/other.js")
      .replace("./other-types.js", "./plugin/types.js"),
  });
}, TIMEOUT);
afterAll(() => project.remove());

describe("two copies of our packages", () => {
  it.each([oldest, newest])(
    "fit each other with TypeScript $version",
    async (compiler) => {
      project.write({ "two.json": JSON.stringify({ extends: "./tsconfig.json", files: ["two-copies.ts"] }) });
      const { diagnostics, output } = await runTsc(compiler, project.directory, [
        "--project",
        "two.json",
        "--listFiles",
      ]);
      expect(diagnostics).toEqual([]);
      expect(output).toContain("packages/core/dist/types/infer.d.ts");
      expect(output).toContain("plugin/node_modules/@flytekit-ts/core/dist/types/infer.d.ts");
    },
    TIMEOUT,
  );
});
