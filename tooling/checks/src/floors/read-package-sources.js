import { posix } from "node:path";

import { readText } from "../repo/list-files.js";
import { findImports } from "../source/find-imports.js";
import { parseSource } from "../source/parse-source.js";
import { sourceFiles } from "../structure/measure-package.js";

/**
 * What one file takes from another of its package. Paths are relative to `src`.
 *
 * @typedef {object} Taking
 * @property {string} file
 * @property {string} from
 * @property {readonly string[]} names
 */

/**
 * The hand-written sources of a package and what they take from each other, types included.
 *
 * @typedef {object} PackageSources
 * @property {string} dir The directory of the package.
 * @property {readonly string[]} files Relative to `src`.
 * @property {readonly Taking[]} takings
 */

/**
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {PackageSources}
 */
export function readPackageSources(root, pkg) {
  const src = `${pkg.dir}/src`;
  const files = sourceFiles(pkg).map((file) => posix.relative(src, file));
  const known = new Set(files);
  const takings = files.flatMap((file) => {
    const imports = findImports(parseSource(file, readText(root, `${src}/${file}`)));
    return mergeTakings(file, imports).filter(({ from }) => known.has(from));
  });
  return { dir: pkg.dir, files, takings };
}

/**
 * @param {string} file
 * @param {readonly import("../source/find-imports.js").Import[]} imports
 * @returns {Taking[]} One for each file that is named, however often it is.
 */
function mergeTakings(file, imports) {
  /** @type {Map<string, Set<string>>} */
  const byFile = new Map();
  for (const { specifier, names } of imports) {
    if (!specifier.startsWith(".")) continue;
    const from = posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts");
    byFile.set(from, new Set([...(byFile.get(from) ?? []), ...names]));
  }
  return [...byFile].map(([from, names]) => ({ file, from, names: [...names] }));
}
