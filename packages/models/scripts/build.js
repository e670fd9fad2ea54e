import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

// One file per entry plus shared chunks: importing the messages a workflow needs from some thirty separate
// files takes three times as long. Declarations come from tsc; this is the JavaScript.

const folder = fileURLToPath(new URL("..", import.meta.url));

/** @type {{ exports: { [entry: string]: string | { [condition: string]: string } } }} */
const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
const entryPoints = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : (entry["@flytekit-ts/source"] ?? [])));

rmSync(`${folder}/dist`, { recursive: true, force: true });
await build({
  absWorkingDir: folder,
  entryPoints,
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "neutral",
  target: "node20",
  packages: process.env.BUNDLE_ALL ? "bundle" : "external",
  mainFields: ["module", "main"],
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});
