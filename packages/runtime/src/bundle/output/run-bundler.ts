import { dirname, resolve } from "node:path";
import { untilAborted } from "@flytekit-ts/core/storage";
import type { InputOptions, OutputChunk, OutputOptions, Plugin, RolldownBuild } from "rolldown";
import { errors } from "../../errors.js";
import { authorPlugin } from "../modules/author-plugin.js";
import type { Bundling } from "../modules/bundling.js";
import { fileName } from "../modules/file-names.js";
import type { CheckedOptions } from "../options/checked-options.js";
import type { BundledFile } from "./bundled-file.js";
import { bytesBySource } from "./bytes-by-source.js";
import { entryModule } from "./entry-module.js";
import { faultOf, firstFault } from "./fault-of.js";
import { importChains } from "./import-chains.js";
import { inputOptions } from "./input-options.js";

/** What the bundler makes of the entries. */
export interface Built {
  readonly fileName: string;
  readonly code: string;
  readonly map: string;
  readonly exports: readonly string[];
  readonly files: readonly BundledFile[];
  readonly builtins: readonly string[];
  /** Paths of the modules of which something is left. */
  readonly modules: readonly string[];
}

const FILE = "bundle.mjs";

export async function runBundler(bundling: Bundling): Promise<Built> {
  const { options } = bundling;
  const imports = new Map<string, readonly string[]>();
  const entry = await entryModule(bundling);
  const input: InputOptions = {
    ...inputOptions(bundling),
    input: entry.input,
    plugins: [
      ...(options.signal === undefined ? [] : [endingPlugin(options)]),
      ...entry.plugins,
      authorPlugin(bundling),
      {
        name: "flytekit-ts:imports",
        moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) =>
          void imports.set(id, [...importedIds, ...dynamicallyImportedIds]),
      },
    ],
  };
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    const [chunk] = await untilAborted(generated(input, bundling), signal);
    const fault = firstFault(bundling);
    if (fault !== undefined) throw fault;
    const map = chunk.map?.toString() ?? "";
    if (chunk.exports.length === 0)
      throw withoutExports(options.entries.map((each) => fileName(options.root, each)));
    return { ...partsOf(chunk), map, files: filesOf(chunk, imports, bundling) };
  } catch (error) {
    signal?.throwIfAborted();
    throw faultOf(error, bundling);
  }
}

type Output = Awaited<ReturnType<RolldownBuild["generate"]>>["output"];

async function generated(input: InputOptions, { options, bundler }: Bundling): Promise<Output> {
  const build = await bundler.rolldown(input);
  try {
    return (await build.generate(outputOptions(options.root, options.minify))).output;
  } finally {
    await build.close();
  }
}

// The bundler knows no signals: what is asked of it next ends it, while nobody waits for it any more.
function endingPlugin({ signal }: CheckedOptions): Plugin {
  const end = (): void => signal?.throwIfAborted();
  return { name: "flytekit-ts:ending", resolveId: end, renderStart: end };
}

function outputOptions(root: string, minify: boolean): OutputOptions {
  const keepNames = { class: true, function: false };
  return {
    dir: root,
    format: "esm",
    entryFileNames: FILE,
    codeSplitting: false,
    sourcemap: true,
    sourcemapExcludeSources: true,
    sourcemapPathTransform: (path, map) => fileName(root, resolve(dirname(map), path)),
    comments: { legal: false, annotation: false, jsdoc: false },
    minify: minify && { compress: { keepNames, target: "node20" }, mangle: { keepNames }, codegen: true },
  };
}

function partsOf({
  code,
  exports,
  modules,
  imports,
  dynamicImports,
}: OutputChunk): Omit<Built, "map" | "files"> {
  const left = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  return {
    fileName: FILE,
    code,
    exports: exports.toSorted(),
    builtins: [...new Set([...imports, ...dynamicImports])]
      .filter((each) => each.startsWith("node:"))
      .toSorted(),
    modules: left.map(([module]) => module),
  };
}

function filesOf(
  { code, map }: OutputChunk,
  imports: ReadonlyMap<string, readonly string[]>,
  { options }: Bundling,
): readonly BundledFile[] {
  const chains = importChains(options.entries, (module) => imports.get(module) ?? []);
  const name = (path: string): string => fileName(options.root, path);
  const chainsByName = new Map([...chains].map(([path, chain]) => [name(path), chain.map(name)]));
  return [...bytesBySource(code, map?.mappings ?? "")]
    .flatMap(([index, size]) => {
      const path = map?.sources[index];
      return path === undefined ? [] : [{ path, size, chain: chainsByName.get(path) ?? [path] }];
    })
    .toSorted((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
}

function withoutExports(entries: readonly string[]): Error {
  return errors.BUNDLE_ENTRY_INVALID({
    what: `The entry ${entries.join(", ")}`,
    problem: "exports nothing, so that a container would find no task in the bundle",
    advice: "Export the workflows and tasks from it.",
  });
}
