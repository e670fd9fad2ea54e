import { posix } from "node:path";

/**
 * How many source files each directory holds itself; `src` is called `.`.
 *
 * @param {import("./read-package-sources.js").PackageSources} sources
 * @returns {Map<string, number>}
 */
export function folderSizes({ files }) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const file of files) {
    const folder = posix.dirname(file);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  return sizes;
}
