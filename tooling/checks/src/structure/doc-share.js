import { existsSync } from "node:fs";
import { join } from "node:path";

import { readText } from "../repo/list-files.js";
import { parseSource } from "../source/parse-source.js";
import { followExports } from "./follow-exports.js";
import { entrySource, packageResolver } from "./resolve-package.js";

/**
 * What the entries of a package export, each with whether its declaration has a doc comment.
 *
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @param {readonly import("../repo/workspace.js").WorkspacePackage[]} workspace
 * @returns {import("./follow-exports.js").EntryExport[]}
 */
export function entryExports(root, pkg, workspace) {
  /** @type {Map<string, import("../source/parse-source.js").ParsedSource>} */
  const cache = new Map();
  /** @type {(file: string) => import("../source/parse-source.js").ParsedSource | undefined} */
  const load = (file) => {
    if (!existsSync(join(root, file))) return undefined;
    const source = cache.get(file) ?? parseSource(file, readText(root, file));
    cache.set(file, source);
    return source;
  };
  const entries = Object.keys(pkg.manifest.exports ?? {}).flatMap((entry) => entrySource(pkg, entry) ?? []);
  const found = entries.flatMap((entry) => followExports(entry, load, packageResolver(workspace)));
  return [...new Map(found.map((each) => [`${each.place} ${each.name}`, each])).values()];
}
