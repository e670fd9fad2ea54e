#!/usr/bin/env node
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve } from "node:path";

import { build } from "esbuild";
import { gathered } from "./gathered.js";
import { inlined, lazyBuiltins, requiredBuiltins } from "./inlined.js";
import { filesOf, licensesOf } from "./licenses.js";

// Bundles the package in the working directory. Loading a file costs a program about a third of a millisecond, so
// a package of sixty files costs it twenty (docs/benchmarks.md). Declarations come from tsc, file by file.
//
// usage: flytekit-bundle                       one file with all code, and a list of names for each entry
//        flytekit-bundle --with-modules        beside it, a file for each module, for bundlers: see below
//        flytekit-bundle --with-dependencies   one file for each entry with its dependencies, and shared chunks
//        flytekit-bundle --split               one file for each entry, shared chunks, and chunks for what is imported when
//                                       it is needed: for a package that takes other packages only then
//                                       (--inline <a,b> puts these entries of packages into it all the same;
//                                       --gather <name>=<a,b> makes one file of all that these sources load;
//                                       --gather-script <name>=<a,b> makes a CommonJS script of it, for programs that
//                                       `bin` names as `.cjs`: Node starts those sooner than modules;
//                                       --alone <a> makes one file of a program that shares no memory with the others)
//        flytekit-bundle --programs            beside these: one file for each program in `bin`, and for what they load later
//                                       (--into <folder> puts them there and not into dist/bins)
//
// The entries of one package share nearly all of their code. Split into chunks by who shares what, core would be
// loaded from sixteen files.

const folder = process.cwd();
/** @type {{ name: string, version: string, bin?: { [program: string]: string }, exports: { [entry: string]: string | { [condition: string]: string } } }} */
const { name, version, bin = {}, exports } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
// An entry without `default` is for this repository alone.
const sources = Object.values(exports).flatMap((entry) =>
  typeof entry === "string" || entry["default"] === undefined ? [] : (entry["@flytekit-ts/source"] ?? []),
);

/**
 * Takes everything of the packages below from their one file of code each. The sources import from their entries, each of
 * which is a file to find and load: seven of core's took workflow a fifth of its time
 * (docs/decisions/0016-import-core-once.md).
 *
 * @type {import("esbuild").Plugin}
 */
const codeOnce = {
  name: "code-once",
  setup({ onResolve }) {
    onResolve({ filter: /^@flytekit-ts\/(core|workflow|local-exec)(\/|$)/ }, ({ path }) => {
      const below = path.split("/").slice(0, 2).join("/");
      return { path: `${below}/code`, external: true };
    });
  },
};

/** What a package needs of the messages, which it imports when it needs it. */
const MESSAGES = "src/idl/messages.ts";

/** @type {import("esbuild").Plugin} */
const messagesApart = {
  name: "messages-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/idl\/messages\.js$/ }, () => ({ path: "./messages.js", external: true }));
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
  plugins: [codeOnce],
  write: false,
  // Half of the code of the engine that reads it first is white space and comments; names stay as they are.
  minifyWhitespace: true,
};

if (process.argv.includes("--programs")) await bundlePrograms();
else {
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  if (process.argv.includes("--with-dependencies")) await bundleApart("bundle");
  else await (process.argv.includes("--split") ? bundleApart("external") : bundleTogether());
  if (process.argv.includes("--with-modules")) await buildModules();
  // tsc writes declarations of its sources, and leaves out those that are sources themselves.
  for (const file of filesIn("src").filter((each) => each.endsWith(".d.ts")))
    write(`dist${file.slice("src".length)}`, readFileSync(join(folder, file), "utf8"));

  /**
   * Writes each module as a file of its own, which bundlers find under the condition `module`. Programs that are not
   * bundled load the one file, which is faster. A bundler cannot leave out members of a namespace (`t`, the errors) that
   * the one file has made an object of (docs/benchmarks.md, "Sizes").
   */
  async function buildModules() {
    const entryPoints = filesIn("src").filter((file) => /(?<!\.test|\.test-d|\.d)\.ts$|\.js$/.test(file));
    const { outputFiles } = await build({
      ...options,
      plugins: [],
      bundle: false,
      minifyWhitespace: false, // That would take away what tells a bundler which calls it may leave out.
      sourcemap: false,
      entryPoints,
      outdir: "dist/module",
    });
    for (const { path, text } of outputFiles) write(path, text);
    const all = sources.map(
      (source) => `export * from "${source.replace("./src/", "./").replace(/ts$/, "js")}";\n`,
    );
    write("dist/module/code.js", all.join(""));
  }

  /**
   * @param {string} below
   * @returns {string[]}
   */
  function filesIn(below) {
    return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = `${below}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
  }
}

/**
 * Bundles the programs from the sources of all packages, with what they take of them and no more: each is started for
 * every task, and loading is most of what it does. What a program imports when it needs it is a file of its own, which
 * shares nothing with the program: shared chunks would be many files, and would hold what only one side needs.
 */
async function bundlePrograms() {
  const near = createRequire(`${folder}/package.json`);
  const at = process.argv.indexOf("--into");
  const into = (at > 0 ? process.argv[at + 1] : undefined) ?? join(folder, "dist/bins");
  /** @type {Map<string, string>} The files that are imported when they are needed, by their names. */
  const lazy = new Map();
  /** @type {import("esbuild").Plugin} */
  const apart = {
    name: "apart",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind !== "dynamic-import" || pluginData === apart || path.startsWith("node:")) return undefined;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: apart });
        if (found.external || found.errors.length > 0) return found;
        const chunk = relative(dirname(folder), found.path)
          .replace(/\.ts$/, "")
          .replaceAll(/[^a-z0-9-]+/g, "-");
        lazy.set(chunk, found.path);
        return { path: `./${chunk}.js`, external: true };
      });
    },
  };
  const settings = {
    ...options,
    plugins: [...lazyBuiltins(), apart],
    conditions: ["@flytekit-ts/source"],
    // Only core says its version.
    define: { PACKAGE_VERSION: JSON.stringify(readVersion(near.resolve("@flytekit-ts/core/package.json"))) },
    external: ["@flytekit-ts/storage-*"],
    outdir: into,
    // A program without imports and exports would be taken for CommonJS by those who only look.
    footer: { js: "export {};" },
    minify: true,
  };
  const programs = Object.keys(bin).map((each) => ({ out: each, in: `src/bins/${each}.ts` }));
  /** @type {Set<string>} */
  const written = new Set();
  /** @type {Set<string>} */
  const files = new Set();
  for (let entries = programs; entries.length > 0;) {
    const banner = entries === programs ? { js: readLauncher() } : {};
    const { outputFiles, metafile } = await build({
      ...settings,
      entryPoints: entries,
      banner,
      metafile: true,
    });
    for (const each of filesOf(metafile)) files.add(each);
    for (const { path, text } of outputFiles)
      // Through `env`, which costs nothing to speak of: publint takes no other program for one.
      write(path, text.replace("#!/usr/bin/env node\n", "#!/usr/bin/env sh\n"));
    for (const { out } of entries) written.add(out);
    entries = [...lazy].flatMap(([out, file]) => (written.has(out) ? [] : [{ out, in: file }]));
  }
  for (const { out } of programs) chmodSync(join(into, `${out}.js`), 0o755);
  writeLicenses(into, licensesOf(files, folder));
}

/**
 * @param {string} into
 * @param {string} licenses
 */
function writeLicenses(into, licenses) {
  if (licenses === "") return;
  write(join(into, "licenses.txt"), `The code in this folder has parts of these packages.\n\n${licenses}\n`);
}

/**
 * What a shell runs before Node does: for JavaScript it is a text that nobody uses, and a comment.
 *
 * @returns {string}
 */
function readLauncher() {
  const text = readFileSync(join(folder, "src/bins/launcher.sh"), "utf8");
  if (text.includes("*/")) throw new Error("The launcher would end the comment that it is in.");
  return `":" /*\n${text}*/`;
}

/**
 * @param {string} manifest
 * @returns {string}
 */
function readVersion(manifest) {
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

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
    plugins: [...lazyBuiltins(), codeOnce, messagesApart],
    stdin: { contents, resolveDir: folder, sourcefile: "entries.ts" },
    outdir: undefined,
    outfile: code,
    packages: "external",
    metafile: true,
  });
  for (const { path, text } of whole.outputFiles) write(path, text);
  if (existsSync(join(folder, MESSAGES))) await bundleMessages();
  const offered = new Set(whole.metafile.outputs[code]?.exports);
  const apart = await build({
    ...options,
    entryPoints: sources,
    plugins: [...lazyBuiltins(), codeOnce, messagesApart],
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

/** Writes the messages that a package needs into one file, from the sources of the models: that is a quarter of their code. */
async function bundleMessages() {
  const { outputFiles } = await build({
    ...options,
    entryPoints: { "code/messages": MESSAGES },
    minify: true,
    conditions: ["@flytekit-ts/source"],
  });
  for (const { path, text } of outputFiles) write(path, text);
}

/**
 * The programs of the package, and what they load into other threads: all that is in `src/bins`.
 *
 * @returns {string[]}
 */
function programs() {
  if (!existsSync(join(folder, "src/bins"))) return [];
  const files = readdirSync(join(folder, "src/bins"));
  return files.filter((file) => /(?<!\.test)\.ts$/.test(file)).map((file) => `src/bins/${file}`);
}

/** @param {"bundle" | "external"} packages */
async function bundleApart(packages) {
  const at = process.argv.indexOf("--inline");
  const names = at > 0 ? (process.argv[at + 1] ?? "").split(",") : [];
  const plugins = names.length === 0 ? options.plugins : [requiredBuiltins(), inlined(names), codeOnce];
  const alone = wordsBehind("--alone").flatMap((text) => text.split(","));
  const { outputFiles, metafile } = await build({
    ...options,
    plugins,
    entryPoints: [...sources, ...programs().filter((each) => !alone.includes(each))],
    splitting: true,
    minifyWhitespace: false, // Not before its lines have been changed, below.
    packages: names.length === 0 ? packages : "bundle",
    chunkNames: "chunks/[name]-[hash]",
    metafile: true,
  });
  /** @type {{ [path: string]: string }} */
  const split = {};
  for (const { path, text } of outputFiles) {
    // Chunks that esbuild imports only for their side effects, which ours have not: code of other entries.
    split[relative(folder, path)] = path.endsWith(".js") ? text.replace(/^import "\.[^"]*";$/gm, "") : text;
  }
  const groups = groupsAsked();
  const texts =
    groups.length === 0
      ? split
      : await gathered({ texts: split, outputs: metafile.outputs, options, scripts: scripts() }, groups);
  for (const [path, text] of Object.entries(texts)) write(path, text);
  const single = await build({
    ...options,
    // Of our packages it takes the sources, and of those what it uses.
    plugins: [...lazyBuiltins(), inlined(names)],
    conditions: ["@flytekit-ts/source"],
    entryPoints: alone,
    packages: "bundle",
    minify: true,
    metafile: true,
  });
  for (const { path, text } of single.outputFiles) write(path, text);
  const licenses = licensesOf(filesOf(metafile, single.metafile), folder);
  writeLicenses("dist", licenses);
}

/**
 * The groups behind `--gather-script` and `--gather`, those of scripts first: they are loaded first.
 *
 * @returns {{ name: string, sources: string[], isScript: boolean }[]}
 */
function groupsAsked() {
  return ["--gather-script", "--gather"].flatMap((option) =>
    wordsBehind(option).map((text) => {
      const [name = "", sources = ""] = text.split("=");
      return { name, sources: sources.split(","), isScript: option === "--gather-script" };
    }),
  );
}

/**
 * The programs that are CommonJS, as modules would be named.
 *
 * @returns {string[]}
 */
function scripts() {
  const files = Object.values(bin).filter((file) => file.endsWith(".cjs"));
  return files.map((file) => file.replace("./", "").replace(/cjs$/, "js"));
}

/**
 * @param {string} option
 * @returns {string[]}
 */
function wordsBehind(option) {
  return process.argv.flatMap((word, at) => (word === option ? [process.argv[at + 1] ?? ""] : []));
}

/**
 * Names the sources of a source map as a reader of the package can find them. Those of bundled dependencies, siblings too,
 * are named after their package, since nobody has them where the build had; Node's modules as in a stack of Node. What
 * the build made up itself, such as a file that leads to another, has no source.
 *
 * @param {string} path
 * @param {string} text
 * @returns {string}
 */
function nameSources(path, text) {
  const map = JSON.parse(text);
  /** @type {(source: string) => string | null} */
  const nameOf = (source) => {
    const [, dependency] = /^(?:\.\.\/)+(?:.*\/)?node_modules\/(.*)$/.exec(source) ?? [];
    if (dependency !== undefined) return `npm:${dependency}`;
    const [, sibling] = /^(?:\.\.\/){3}([a-z\d-]+\/src\/.*)$/.exec(source) ?? [];
    if (sibling !== undefined) return `npm:@flytekit-ts/${sibling}`;
    const [, builtin] = /^(?:imported|required):(node:.*)$/.exec(source) ?? [];
    if (builtin !== undefined) return builtin;
    const madeUp =
      source.startsWith("elsewhere:") || join(dirname(path), source).startsWith(`${folder}/dist/`);
    return madeUp ? null : source;
  };
  return `${JSON.stringify({ ...map, sources: map.sources.map(nameOf) }, null, 2)}\n`;
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, path.endsWith(".map") ? nameSources(resolve(path), text) : text);
}
