import { entrySource } from "../structure/resolve-package.js";
import { findExports } from "./find-exports.js";
import { isGenerated } from "./is-generated.js";
import { packageModules } from "./package-modules.js";

/**
 * How much an entry offers: names that are there at run time, and names that are types alone.
 *
 * @typedef {{ entry: string, values: number, types: number }} EntrySize
 */

/**
 * Count what the entries of a package offer, from its sources: generated names are left out, so that it does not
 * matter whether they are there yet.
 *
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {EntrySize[]}
 */
export function entrySizes(root, pkg) {
  const { load, resolve } = packageModules(root, ".ts");
  const modules = {
    resolve,
    load: (/** @type {string} */ file) => (isGenerated(file) ? undefined : load(file)),
  };
  return Object.keys(pkg.manifest.exports ?? {}).flatMap((entry) => {
    const source = entrySource(pkg, entry);
    if (source === undefined) return [];
    const exports = findExports(source, modules);
    const values = exports.filter((each) => each.isValue).length;
    return [{ entry, values, types: exports.length - values }];
  });
}
