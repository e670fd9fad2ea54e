import module from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled } from "./file-kinds.js";
import type { LoadedSource } from "./load-source.js";

/** How CommonJS loads files of authors. */
export interface ScriptHooks {
  loadSource(path: string): LoadedSource;
  replacedImport(specifier: string, parentURL: string | undefined): string | undefined;
}

/** The parts of Node's loader of CommonJS that loaders have always changed: `require.extensions`, and the search for files. */
interface Internals {
  _extensions: { [extension: string]: (target: Compiling, path: string) => void };
  _resolveFilename(request: string, parent: Parent | undefined, ...more: unknown[]): string;
}

interface Compiling {
  _compile(code: string, path: string, format: "module" | "commonjs"): void;
}

interface Parent {
  readonly filename?: string | null | undefined;
}

/**
 * Let `require` load what authors write. It reads and resolves at once, so it needs hooks of its own.
 *
 * @param hooks called when the first such file is met
 */
export function hookRequire(hooks: () => ScriptHooks): void {
  const internals = module as unknown as Internals;
  for (const extension of [".ts", ".cts", ".mts", ".tsx", ".jsx"])
    internals._extensions[extension] = (target, path) => {
      const { format, source } = hooks().loadSource(path);
      target._compile(source, path, format);
    };
  const find = internals._resolveFilename;
  // The hooks themselves are found by this when they are loaded.
  let isBusy = false;
  const replaced = (request: string, from: string): string | undefined => {
    isBusy = true;
    try {
      const url = hooks().replacedImport(request, pathToFileURL(from).href);
      return url === undefined ? undefined : fileURLToPath(url);
    } finally {
      isBusy = false;
    }
  };
  internals._resolveFilename = function (request, parent, ...more) {
    const from = parent?.filename;
    const isOfAuthor = !isBusy && typeof from === "string" && !isInstalled(from) && !request.startsWith("node:");
    const path = isOfAuthor ? replaced(request, from) : undefined;
    return find.call(this, path ?? request, parent, ...more);
  };
}
