import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildFailure, type BuildOptions, type Plugin } from "esbuild";
import { fileOfModule } from "./file-of-module.js";

/** Modules to make, by their Python names, and the text of each. */
export type Entries = ReadonlyMap<string, { readonly text: string }>;

/** Where packages are looked for that a module of twins does not find beside itself. */
const PACKAGES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** Make each module one file that needs nothing but Node. @throws what esbuild says of the sources */
export async function bundle(entries: Entries, folder: string, sourcemap?: "inline"): Promise<void> {
  const options: BuildOptions = {
    entryPoints: [...entries.keys()].map((name) => ({
      in: `twin:${name}`,
      out: fileOfModule(name).slice(0, -4),
    })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    nodePaths: [PACKAGES],
    logLevel: "silent",
    ...(sourcemap === undefined ? {} : { sourcemap }),
    plugins: [virtual(entries)],
  };
  try {
    await build(options);
  } catch (error) {
    // A package that is not there is missed by the container, as in Python, and not by the bundle.
    const external = missingPackages(error);
    if (external.length === 0) throw error;
    await build({ ...options, external });
  }
}

function missingPackages(error: unknown): string[] {
  const { errors = [] } = error as Partial<BuildFailure>;
  const names = errors.map(({ text }) => /^Could not resolve "([^./"][^"]*)"$/.exec(text)?.[1]);
  return names.every((name) => name !== undefined) ? names : [];
}

function virtual(entries: Entries): Plugin {
  return {
    name: "entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^twin:/ }, ({ path }) => ({
        path: path.slice("twin:".length),
        namespace: "twin",
      }));
      onLoad({ filter: /.*/, namespace: "twin" }, ({ path }) => ({
        contents: entries.get(path)?.text ?? "",
        resolveDir: dirname(PACKAGES),
      }));
    },
  };
}
