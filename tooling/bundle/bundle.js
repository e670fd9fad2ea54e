#!/usr/bin/env node
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { build } from "esbuild";

// Bundles the package in the working directory. Loading a file costs a program about a third of a millisecond, so
// a package of sixty files costs it twenty (docs/benchmarks.md). Declarations come from tsc, file by file.
//
// usage: flytekit-bundle                       one file with all code, and a list of names for each entry
//        flytekit-bundle --with-dependencies   one file for each entry with its dependencies, and shared chunks
//
// The entries of one package share nearly all of their code. Split into chunks by who shares what, core would be
// loaded from sixteen files.

const folder = process.cwd();
/** @type {{ name: string, version: string, exports: { [entry: string]: string | { [condition: string]: string } } }} */
const { name, version, exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
// An entry without `default` is for this repository alone.
const sources = Object.values(exports).flatMap((entry) =>
  typeof entry === "string" || entry["default"] === undefined ? [] : [entry["@flytekit-ts/source"] ?? ""],
);

/**
 * Takes everything of core from its one file of code. The sources import from core's entries, each of which is a file
 * to find and load: seven of them took workflow a fifth of its time (docs/decisions/0016-import-core-once.md).
 *
 * @type {import("esbuild").Plugin}
 */
const coreOnce = {
  name: "core-once",
  setup({ onResolve }) {
    onResolve({ filter: /^@flytekit-ts\/core(\/|$)/ }, () => ({
      path: "@flytekit-ts/core/code",
      external: true,
    }));
  },
};

/** @satisfies {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: folder,
  outbase: "src",
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  sourcemap: true,
  sourcesContent: false, // `src` is in the package
  logLevel: "warning",
  plugins: [coreOnce],
  write: false,
};

rmSync(`${folder}/dist`, { recursive: true, force: true });
await (process.argv.includes("--with-dependencies") ? bundleApart() : bundleTogether());

async function bundleTogether() {
  const [only, ...more] = sources;
  if (only !== undefined && more.length === 0) {
    const { outputFiles } = await build({ ...options, entryPoints: [only], packages: "external" });
    for (const { path, text } of outputFiles) write(path, text);
    return;
  }
  const code = `dist/code/${basename(name)}.js`;
  const contents = sources.map((source) => `export * from ${JSON.stringify(source)};`).join("\n");
  const whole = await build({
    ...options,
    stdin: { contents, resolveDir: folder, sourcefile: "entries.ts" },
    outdir: undefined,
    outfile: code,
    packages: "external",
    metafile: true,
  });
  for (const { path, text } of whole.outputFiles) write(path, text);
  const offered = new Set(whole.metafile.outputs[code]?.exports);
  const apart = await build({
    ...options,
    entryPoints: sources,
    packages: "external",
    metafile: true,
    sourcemap: false,
  });
  for (const [path, { exports: names }] of Object.entries(apart.metafile.outputs)) {
    const lost = names.filter((each) => !offered.has(each));
    if (lost.length > 0) throw new Error(`Two entries give other things under one name: ${lost.join(", ")}`);
    write(join(folder, path), `export { ${names.join(", ")} } from "${relative(dirname(path), code)}";\n`);
  }
}

async function bundleApart() {
  const { outputFiles } = await build({
    ...options,
    entryPoints: sources,
    splitting: true,
    packages: "bundle",
    chunkNames: "chunks/[name]-[hash]",
  });
  for (const { path, text } of outputFiles) {
    // Chunks that esbuild imports only for their side effects, which ours have not: code of other entries.
    write(path, path.endsWith(".js") ? text.replace(/^import "\.[^"]*";$/gm, "") : nameDependencies(text));
  }
}

/**
 * Name the files of bundled dependencies in a source map after their package: nobody has them where the build had.
 *
 * @param {string} map
 * @returns {string}
 */
function nameDependencies(map) {
  return map.replaceAll(/"(?:\.\.\/)+(?:[^"]*\/)?node_modules\/([^"]*)"/g, '"npm:$1"');
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
