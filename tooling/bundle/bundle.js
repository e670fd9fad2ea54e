#!/usr/bin/env node
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { build } from "esbuild";

// Bundles the package in the working directory: one file per entry, and chunks that entries share. Loading
// a file costs a program about a third of a millisecond, so a package of sixty files costs it twenty
// (docs/benchmarks.md). Declarations come from tsc, file by file.
//
// usage: flytekit-bundle [--with-dependencies]      dependencies stay outside unless asked for

const folder = process.cwd();
/** @type {{ exports: { [entry: string]: string | { [condition: string]: string } } }} */
const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
// An entry without `default` is for this repository alone.
const sources = Object.values(exports).flatMap((entry) =>
  typeof entry === "string" || entry["default"] === undefined ? [] : [entry["@flytekit-ts/source"] ?? ""],
);

rmSync(`${folder}/dist`, { recursive: true, force: true });
const { outputFiles } = await build({
  absWorkingDir: folder,
  entryPoints: sources,
  outbase: "src",
  outdir: "dist",
  bundle: true,
  splitting: true,
  packages: process.argv.includes("--with-dependencies") ? "bundle" : "external",
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  sourcesContent: false, // `src` is in the package
  logLevel: "warning",
  write: false,
});

for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  // Chunks that esbuild imports only for their side effects, which ours have not: code of other entries.
  writeFileSync(path, path.endsWith(".js") ? text.replace(/^import "\.[^"]*";$/gm, "") : text);
}
