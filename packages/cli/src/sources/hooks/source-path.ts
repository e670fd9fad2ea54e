import { extname, join } from "node:path";
import { statOf } from "./stat-of.js";

// What TypeScript looks for where the name of a built file is written.
const SOURCES: { readonly [built: string]: readonly string[] } = {
  ".js": [".ts", ".tsx", ".jsx"],
  ".jsx": [".tsx", ".jsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

const ADDED = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/**
 * The file that an import of a path means, as TypeScript finds it: `x.js` may be written as `x.ts`, an extension may be
 * left out, and a folder means the `index` in it. Undefined if there is no such file.
 *
 * @param prefersSources whether `x.ts` comes before an `x.js` beside it, which may be an old build
 */
export function sourcePath(path: string, prefersSources: boolean): string | undefined {
  const built = extname(path);
  const swapped = (SOURCES[built] ?? []).map((each) => path.slice(0, -built.length) + each);
  const written = prefersSources ? [...swapped, path] : [path, ...swapped];
  return firstFile([...written, ...ADDED.map((each) => path + each)]) ?? indexOf(path);
}

function indexOf(folder: string): string | undefined {
  return firstFile(ADDED.map((each) => join(folder, `index${each}`)));
}

function firstFile(paths: readonly string[]): string | undefined {
  return paths.find((path) => statOf(path)?.isFile() === true);
}
