import { dirname, join, relative } from "node:path";

import { build } from "esbuild";
import { importedBuiltins } from "./inlined.js";

/**
 * Gathers chunks in few files. Split into chunks by who shares what, a command that is called often is loaded from eighty
 * files, and to find and load one takes a third of a millisecond, however small it is. So what some sources load is one
 * file, and what others load beyond that another. Each module is still there once.
 *
 * @typedef {{ [path: string]: string }} Texts by path from the folder of the package
 * @typedef {import("esbuild").Metafile["outputs"]} Outputs
 * @param {{ texts: Texts, outputs: Outputs, options: import("esbuild").BuildOptions, scripts: readonly string[] }} split what a
 * build with `splitting` gave, and which of its programs become scripts: those load groups that are scripts
 * @param {readonly { name: string, sources: readonly string[], isScript: boolean }[]} groups the first takes what later ones
 * share with it. That of a script has no `await` outside functions, and loads no packages but where it needs them
 * @returns {Promise<Texts>}
 */
export async function gathered({ texts, outputs, options, scripts }, groups) {
  const folder = options.absWorkingDir ?? process.cwd();
  const paths = Object.keys(outputs).filter((path) => path.endsWith(".js"));
  const isProgram = (/** @type {string} */ path) =>
    outputs[path]?.entryPoint?.startsWith("src/bins/") === true;
  /** @type {Map<string, { file: string, index: number }>} */
  const places = new Map();
  /** @type {Map<string, string>} The files of the sources of groups, which have the names of these as they are. */
  const heads = new Map();
  for (const { name, sources } of groups) {
    const file = `dist/chunks/${name}.js`;
    for (const source of sources) {
      const head = paths.find((path) => outputs[path]?.entryPoint === source);
      if (head === undefined) throw new Error(`${source} is no entry of the build.`);
      take(head, file);
      heads.set(head, file);
    }
  }

  /** @type {(path: string, file: string) => void} */
  function take(path, file) {
    if (places.has(path)) return;
    // A program runs when it is loaded: it stays a file of its own.
    if (!isProgram(path)) places.set(path, { file, index: places.size });
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (external !== true && kind === "import-statement") take(next, file);
  }

  /** @type {(path: string) => { own: string, shared: string }[]} */
  const namesOf = (path) =>
    (outputs[path]?.exports ?? []).map((own) => ({ own, shared: `c${places.get(path)?.index}_${own}` }));

  // All files of the output are one folder deep, so a path is the same from each.
  const from = (/** @type {string} */ file) => JSON.stringify(file.replace(/^dist/, ".."));
  /** @type {(path: string) => string} */
  const leadTo = (path) => {
    const list = namesOf(path).map(({ own, shared }) => `${shared} as ${own}`);
    return `export { ${list.join(", ")} } from ${from(places.get(path)?.file ?? "")};\n`;
  };

  const members = [...places.keys()];
  /** @type {Texts} */
  const made = {};
  for (const { name, isScript } of groups) {
    const file = `dist/chunks/${name}.js`;
    const own = members.filter((path) => places.get(path)?.file === file);
    const contents = own.map((path) => {
      const list = namesOf(path).map(({ own: name, shared }) => `${name} as ${shared}`);
      return list.length === 0 ? "" : `export { ${list.join(", ")} } from ${from(path)};`;
    });
    for (const head of heads.keys())
      if (own.includes(head))
        contents.push(`export { ${outputs[head]?.exports.join(", ")} } from ${from(head)};`);
    await bundle({ [file]: contents.join("\n") }, { inside: new Set(own), isScript });
    if (!isScript) continue;
    const names = own.flatMap((path) => namesOf(path).map(({ shared }) => shared));
    for (const head of heads.keys()) if (own.includes(head)) names.push(...(outputs[head]?.exports ?? []));
    made[file] = `export const { ${names.join(", ")} } = ${REQUIRE}(${JSON.stringify(`./${name}.cjs`)});\n`;
  }
  const others = paths.filter((path) => !places.has(path));
  for (const isScript of [true, false]) {
    const entries = others.filter((path) => scripts.includes(path) === isScript);
    const modules = Object.fromEntries(entries.map((path) => [path, withMap(path)]));
    await bundle(modules, { inside: new Set(), isScript });
  }
  // Those that are imported when they are needed, or by others than us.
  for (const path of members.filter((each) => outputs[each]?.entryPoint !== undefined))
    made[path] = leadTo(path);
  return made;

  /** @type {(file: string) => string} The script of a group, if it is one. */
  function scriptOf(file) {
    return made[file.replace(/js$/, "cjs")] === undefined ? file : file.replace(/js$/, "cjs");
  }

  /** @type {(path: string) => string} */
  function withMap(path) {
    const map = Buffer.from(texts[`${path}.map`] ?? "").toString("base64");
    const text = (texts[path] ?? "").replace(/\n\/\/# sourceMappingURL=\S*\s*$/, "\n");
    return map === "" ? text : `${text}//# sourceMappingURL=data:application/json;base64,${map}\n`;
  }

  /** @type {(entries: Texts, as: { inside: ReadonlySet<string>, isScript: boolean }) => Promise<void>} */
  async function bundle(entries, { inside, isScript }) {
    /** @type {import("esbuild").Plugin} */
    const chunks = {
      name: "chunks",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
          if (kind === "entry-point") return { path: join(folder, path), pluginData: entries[path] };
          if (!path.startsWith(".")) return { path, external: true };
          const full = join(resolveDir, path);
          const near = relative(folder, full);
          const head = kind === "dynamic-import" ? heads.get(near) : undefined;
          if (head !== undefined)
            return { path: (isScript ? scriptOf(head) : head).replace(/^dist/, ".."), external: true };
          if (inside.has(near)) return { path: full, pluginData: withMap(near), sideEffects: false };
          if (kind === "import-statement" && places.has(near))
            return { path: near, namespace: "elsewhere", sideEffects: false };
          return { path, external: true };
        });
        onLoad({ filter: /./, namespace: "file" }, ({ path, pluginData }) => ({
          contents: pluginData,
          resolveDir: dirname(path),
          loader: "js",
        }));
        onLoad({ filter: /./, namespace: "elsewhere" }, ({ path }) => ({
          contents: leadTo(path),
          resolveDir: dirname(join(folder, path)),
        }));
      },
    };
    const { outputFiles } = await build({
      ...options,
      // A program, not a library: no author sees its names, and the engine reads short ones a seventh faster.
      minify: true,
      ...(isScript ? scriptOptions(inside.size === 0) : {}),
      plugins: [importedBuiltins(), chunks],
      outbase: folder,
      outdir: folder,
      entryPoints: Object.keys(entries),
      write: false,
    });
    for (const { path, text } of outputFiles) made[relative(folder, path)] = text;
  }
}

/** What a module loads scripts with. A static import would read the names that a script exports from its text. */
const REQUIRE = `process.getBuiltinModule("node:module").createRequire(import.meta.url)`;

/**
 * @param {boolean} isProgram which imports scripts alone: they are loaded without the loader of modules
 * @returns {import("esbuild").BuildOptions}
 */
function scriptOptions(isProgram) {
  return {
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    supported: { "dynamic-import": !isProgram },
    ...(isProgram
      ? {}
      : {
          define: { "import.meta.url": "script.url" },
          banner: {
            js: 'const script = { get url() { return require("node:url").pathToFileURL(__filename).href; } };',
          },
        }),
  };
}
