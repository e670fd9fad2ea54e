import module, { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled } from "./file-kinds.js";
import { faultError } from "./fault-error.js";
import type { LoadedSource } from "./load-source.js";
import type { SyntaxFault } from "./syntax-fault.js";

/** How CommonJS loads files of authors. */
export interface ScriptHooks {
  loadSource(path: string): LoadedSource | SyntaxFault;
  replacedImport(specifier: string, parentURL: string | undefined): string | undefined;
}

type Find = (this: unknown, request: string, parent: Parent | undefined, ...more: unknown[]) => string;

interface Parent {
  readonly filename?: string | null | undefined;
}

interface Compiling {
  [COMPILE](code: string, path: string, format: "module" | "commonjs"): void;
}

// Built, all code is in `dist`, one folder deep.
const OURS = fileURLToPath(new URL("..", import.meta.url));

// What loaders of CommonJS have always changed. It has no other names.
const COMPILE = "_compile";
const FIND = "_resolveFilename";

/**
 * Let `require` load what authors write. It reads and resolves at once, so it needs hooks of its own.
 *
 * @param hooks called when the first such file is met
 */
export function hookRequire(hooks: () => ScriptHooks): void {
  const { extensions } = createRequire(import.meta.url);
  for (const extension of [".ts", ".cts", ".mts", ".tsx", ".jsx"])
    extensions[extension] = (target, path) => {
      const loaded = hooks().loadSource(path);
      if ("problem" in loaded) throw faultError(loaded);
      const { format, source } = loaded;
      (target as unknown as Compiling)[COMPILE](source, path, format);
    };
  const find = Reflect.get(module, FIND) as Find;
  const hooked: Find = function (request, parent, ...more) {
    try {
      return find.call(this, request, parent, ...more);
    } catch (error) {
      const from = parent?.filename;
      const isOfAuthor = typeof from === "string" && !isInstalled(from) && !from.startsWith(OURS);
      const url = isOfAuthor ? hooks().replacedImport(request, pathToFileURL(from).href) : undefined;
      if (url === undefined) throw error;
      return find.call(this, fileURLToPath(url), parent, ...more);
    }
  };
  Reflect.set(module, FIND, hooked);
}
