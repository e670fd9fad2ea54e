import { posix } from "node:path";

/**
 * Make a function that finds the source behind `@flytekit-ts/x/y`, through the export map of the package.
 *
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {(specifier: string) => string | undefined} Relative to the root.
 */
export function packageResolver(workspace) {
  return (specifier) => {
    const [at, name, ...rest] = specifier.split("/");
    const owner = workspace.find((pkg) => pkg.manifest.name === `${at}/${name}`);
    return owner && entrySource(owner, [".", ...rest].join("/"));
  };
}

/**
 * The source of an entry of a package, relative to the root.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @param {string} entry
 * @returns {string | undefined}
 */
export function entrySource(pkg, entry) {
  const target = pkg.manifest.exports?.[entry];
  if (typeof target !== "object" || target === null || !("@flytekit-ts/source" in target)) return undefined;
  const source = target["@flytekit-ts/source"];
  return typeof source === "string" ? posix.join(pkg.dir, source) : undefined;
}
