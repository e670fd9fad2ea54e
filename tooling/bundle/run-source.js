#!/usr/bin/env node
// node run-source.js <file.ts> [arguments...]: runs a TypeScript file from source, in a process of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [, , file] = process.argv;
const folder = await mkdtemp(join(tmpdir(), "run-source-"));
try {
  const outfile = join(folder, "main.mjs");
  await build({
    entryPoints: [file ?? ""],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    sourcemap: "inline",
    // For dependencies in CommonJS, which are in the bundle and ask for built-in modules.
    banner: {
      js: 'import { createRequire as requireOfBundle } from "node:module"; globalThis.require ??= requireOfBundle(import.meta.url);',
    },
    logLevel: "error",
  });
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
