import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const near = createRequire(import.meta.url);
type Esbuild = { build(options: Readonly<Record<string, unknown>>): Promise<unknown> };
const esbuild = createRequire(near.resolve("@flytekit-ts/bundle/run-source"))("esbuild") as Esbuild;

/** A program of the tests, as one file. */
export interface BuiltProgram {
  readonly file: string;
  remove(): void;
}

/** Bundles a program and the sources of the packages, so that a process of its own can run it. */
export async function buildProgram(
  source: string,
  { minify = false }: { readonly minify?: boolean } = {},
): Promise<BuiltProgram> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "program-")));
  const file = join(folder, "program.mjs");
  const banner = {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  };
  await esbuild.build({
    entryPoints: [source],
    outfile: file,
    minify,
    keepNames: minify,
    sourcemap: true,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    logLevel: "error",
    banner,
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
