import { existsSync } from "node:fs";
import { join, posix } from "node:path";

import { readText } from "../repo/list-files.js";
import { parseSource } from "../source/parse-source.js";

/**
 * The files of a package as they name each other. Files are relative to the root.
 *
 * @typedef {object} Modules
 * @property {(file: string) => import("../source/parse-source.js").ParsedSource | undefined} load
 * @property {(from: string, specifier: string) => string | undefined} resolve `undefined` outside the package.
 */

/**
 * Read modules as they are needed, each once.
 *
 * @param {string} root
 * @param {".ts" | ".d.ts"} extension Sources, or the declarations that were built from them.
 * @returns {Modules}
 */
export function packageModules(root, extension) {
  /** @type {Map<string, import("../source/parse-source.js").ParsedSource | undefined>} */
  const cache = new Map();
  return {
    load: (file) => {
      if (!cache.has(file)) {
        const exists = existsSync(join(root, file));
        cache.set(file, exists ? parseSource(file, readText(root, file)) : undefined);
      }
      return cache.get(file);
    },
    resolve: (from, specifier) =>
      specifier.startsWith(".")
        ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, extension)
        : undefined,
  };
}
