import { posix } from "node:path";

import { scope } from "../layers/chain.js";
import { exportedNames } from "./exported-names.js";

/**
 * Something an entry exports.
 *
 * @typedef {object} EntryExport
 * @property {string} name
 * @property {string} place Where it is declared.
 * @property {boolean} documented
 */

/**
 * Follow every named export of an entry to its declaration, through other files and packages of ours.
 *
 * `export *` and what is generated are left out: nobody writes comments there.
 *
 * @param {string} entry Relative to the root.
 * @param {(file: string) => import("../source/parse-source.js").ParsedSource | undefined} load
 * @param {(specifier: string) => string | undefined} resolvePackage From `@flytekit-ts/x/y` to a file.
 * @returns {EntryExport[]}
 */
export function followExports(entry, load, resolvePackage) {
  /** @type {(from: string, specifier: string) => string | undefined} */
  const resolve = (from, specifier) => {
    if (specifier.startsWith(scope)) return resolvePackage(specifier);
    if (!specifier.startsWith(".")) return undefined;
    return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
  };
  /** @type {(file: string, name: string | undefined) => EntryExport[]} */
  const follow = (file, name) => {
    const source = load(file);
    if (source === undefined || /(^|\/)gen\//.test(file)) return [];
    return exportedNames(source).flatMap((each) => {
      if (name !== undefined && each.name !== name) return [];
      const target = each.from === undefined ? undefined : resolve(file, each.from);
      if (target !== undefined && each.local === "*")
        return [
          { name: each.name, place: `${file}:${source.lineAt(each.start)}`, documented: each.documented },
        ];
      if (target !== undefined)
        return follow(target, each.local).map((found) => ({ ...found, name: each.name }));
      if (each.from !== undefined) return [];
      return [
        { name: each.name, place: `${file}:${source.lineAt(each.start)}`, documented: each.documented },
      ];
    });
  };
  return mergeOverloads(follow(entry, undefined));
}

/**
 * A name declared several times (overloads, an interface and its value) is documented if one of them is.
 *
 * @param {readonly EntryExport[]} found
 * @returns {EntryExport[]}
 */
function mergeOverloads(found) {
  /** @type {Map<string, EntryExport>} */
  const byName = new Map();
  for (const each of found) {
    const earlier = byName.get(each.name);
    byName.set(each.name, earlier === undefined || each.documented ? each : earlier);
  }
  return [...byName.values()];
}
