import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile, type Downstream, packAll } from "@flytekit-ts/downstream";
import { EVERY_SOURCE, everyLink, everySource } from "@flytekit-ts/downstream/every-source";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installed, installRuntimes, npmInstall, run } from "./runtimes.js";

const NODES = ["node20", "node22", "node24", "node26"];
const PACKAGES = ["models", "core", "workflow", "local-exec", "runtime", "remote", "cli"];

/** Decorators of the standard, which Node runs nowhere yet: esbuild makes functions of them. */
const DECORATED = `import { task } from "@flytekit-ts/workflow";
function twice(method: () => number): () => number { return () => 2 * method(); }
class Counted { @twice count(): number { return 4; } accessor more = 1; }
export const decorated = task({ name: "decorated" }, () => console.log(new Counted().count() + new Counted().more));
`;

/** What a bundle cannot have, as the guide says: the path of a source, and CommonJS with imports of types. */
const FOR_BUNDLES: typeof everySource = {
  "src/equals.ts": 'import path = require("node:path"); export const base = path.sep;',
  "old/types.ts": "module.exports = { x: 1 };",
};

describe("tsflyte loads sources, from packed tarballs", () => {
  let downstream: Downstream;
  let installed: Installed;
  let app: string;

  beforeAll(async () => {
    [downstream, installed] = await Promise.all([packAll(PACKAGES), installRuntimes()]);
    app = join(downstream.root, "every source");
    const files = {
      ...everySource,
      "standard/main.ts": DECORATED,
      "standard/tsconfig.json": "{}",
      "flyte.config.ts": 'export default { modules: ["main.ts"], image: "garden:v1" } as const;\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), text);
    }
    await npmInstall(app, ...downstream.tarballs);
    for (const [from, to] of everyLink) {
      mkdirSync(dirname(join(app, from)), { recursive: true });
      symlinkSync(join(app, to), join(app, from), "junction");
    }
    // npm takes away what no package.json names.
    for (const [path, text] of Object.entries(files).filter(([each]) => each.startsWith("node_modules/"))) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      writeFileSync(join(app, path), text);
    }
  }, 600_000);
  afterAll(() => downstream?.remove(), 120_000);

  const tsflyte = (node: string, ...argv: readonly string[]): Promise<string> =>
    run(
      installed.program(node),
      [join(app, "node_modules/@flytekit-ts/cli/dist/bins/tsflyte.cjs"), ...argv],
      {
        cwd: app,
        // pnpm sets it for its programs, and it leads to packages of this repository.
        env: { NODE_PATH: "" },
      },
    );

  it.each(NODES)("%s runs them, in isolation too", async (node) => {
    const kept = ["--no-journal", "--no-cache"];
    expect(JSON.parse(await tsflyte(node, "run", ...kept, "main.ts", "every"))).toEqual(EVERY_SOURCE);
    for (const isolated of ["inWorker", "inProcess"])
      expect(await tsflyte(node, "run", ...kept, "main.ts", isolated)).toBe("green9\n");
  });

  it.each(NODES)("%s checks and packages them", async (node) => {
    expect(await tsflyte(node, "check")).toContain("No errors and no warnings in 3 entities of 1 file");
    const write = (files: typeof everySource): void => {
      for (const [path, text] of Object.entries(files)) writeFileSync(join(app, path), text);
    };
    write(FOR_BUNDLES);
    await tsflyte(node, "package", "--force", "--output", `${node}.tgz`);
    expect(readdirSync(app)).toContain(`${node}.tgz`);
    write(everySource);
  });

  it("has declarations that need neither the DOM nor @types/node", async () => {
    const folder = join(app, "typed");
    mkdirSync(folder, { recursive: true });
    const entries = ["", "/program", "/init", "/inputs", "/loader", "/graph"];
    const lines = entries.map((each, index) => `export * as e${index} from "@flytekit-ts/cli${each}";\n`);
    writeFileSync(join(folder, "all.mts"), lines.join(""));
    for (const [module, moduleResolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ]) {
      const compilerOptions = {
        target: "es2022",
        lib: ["es2023"],
        types: [],
        strict: true,
        skipLibCheck: false,
      };
      const all = { ...compilerOptions, noEmit: true, module, moduleResolution };
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions: all, files: ["all.mts"] }),
      );
      expect(await compile(folder)).toBe("");
    }
  });

  it.each(NODES)("%s says what it needs for decorators of the standard", async (node) => {
    const said = tsflyte(node, "run", "standard/main.ts", "decorated");
    await expect(said).rejects.toThrow(/\[SOURCE_UNLOADABLE\].*decorators[^]*npm install --save-dev esbuild/);
  });
});
