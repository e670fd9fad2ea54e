import { posix } from "node:path";

import { entryReport } from "./entry-report.js";
import { findExports } from "./find-exports.js";
import { findInternals, keyOf } from "./find-internals.js";
import { packageModules } from "./package-modules.js";

/**
 * Write down what the entries of a package offer, from the declarations that were built.
 *
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {Map<string, string>} File, relative to the root, to its text.
 */
export function packageReports(root, pkg) {
  const modules = packageModules(root, ".d.ts");
  const entries = builtEntries(pkg).map(({ entry, types }) => {
    if (modules.load(types) === undefined)
      throw new Error(`${types} is not built. Run npx --yes pnpm@12.21.0 build.`);
    return { entry, exports: findExports(types, modules) };
  });
  /** @type {(exports: readonly import("./find-exports.js").Export[]) => import("./find-exports.js").Export[]} */
  const withMembers = (exports) =>
    exports.flatMap((each) => (each.local === "*" ? findExports(each.file, modules) : [each]));
  const exported = new Set(entries.flatMap(({ exports }) => withMembers(exports).map(keyOf)));
  return new Map(
    entries.map(({ entry, exports }) => {
      const own = withMembers(exports).filter(({ from }) => from === undefined);
      const internals = findInternals(own, exported, modules);
      const title = posix.join(pkg.manifest.name, entry);
      return [reportFile(pkg.dir, entry), entryReport(title, exports, internals, modules)];
    }),
  );
}

/**
 * The reports that are there.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]} Relative to the root.
 */
export function committedReports({ dir, files }) {
  return files.filter((file) => /^api\/.*\.md$/.test(file)).map((file) => `${dir}/${file}`);
}

/**
 * The entries that users get. One without `default` is for this repository alone.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {{ entry: string, types: string }[]}
 */
function builtEntries({ dir, manifest }) {
  return Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => {
    if (typeof target !== "object" || target === null || !("default" in target)) return [];
    if (!("types" in target) || typeof target.types !== "string") return [];
    return [{ entry, types: posix.join(dir, target.types) }];
  });
}

/**
 * @param {string} dir
 * @param {string} entry
 * @returns {string}
 */
function reportFile(dir, entry) {
  const name = entry === "." ? "index" : entry.slice("./".length).replaceAll("/", "-");
  return `${dir}/api/${name}.md`;
}
