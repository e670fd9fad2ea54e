import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { fileOfModule } from "./file-of-module.js";

/** Modules to make, by their Python names, and the text of each. */
export type Entries = ReadonlyMap<string, { readonly text: string }>;

/** Where packages are looked for that a module of twins does not find beside itself. */
const PACKAGES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** Make each module one file that needs nothing but Node. @throws what esbuild says of the sources */
export async function bundle(entries: Entries, folder: string, sourcemap?: "inline"): Promise<void> {
  await build({
    entryPoints: [...entries.keys()].map((name) => ({ in: `twin:${name}`, out: fileOfModule(name).slice(0, -4) })),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@flytekit-ts/source"],
    nodePaths: [PACKAGES],
    logLevel: "silent",
    keepNames: true,
    ...(sourcemap === undefined ? {} : { sourcemap }),
    plugins: [virtual(entries), laterMissing],
  });
}

function virtual(entries: Entries): Plugin {
  return {
    name: "entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^twin:/ }, ({ path }) => ({ path: path.slice("twin:".length), namespace: "twin" }));
      onLoad({ filter: /.*/, namespace: "twin" }, ({ path }) => ({
        contents: entries.get(path)?.text ?? "",
        resolveDir: dirname(PACKAGES),
      }));
    },
  };
}

/** A package that is not there is missed by the container, as in Python, and not by the bundle. */
const laterMissing: Plugin = {
  name: "later-missing",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === laterMissing || path.startsWith("twin:")) return undefined;
      const { errors } = await resolve(path, { ...where, pluginData: laterMissing });
      return errors.length === 0 ? undefined : { path, external: true };
    });
  },
};
