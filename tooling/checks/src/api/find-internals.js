import { declaredNames, importedNames } from "../structure/exported-names.js";
import { declarationsOf } from "./declaration-text.js";
import { findExport } from "./find-exports.js";
import { isGenerated } from "./is-generated.js";
import { referencedNames } from "./referenced-names.js";

/**
 * Where a name is declared.
 *
 * @typedef {{ file: string, local: string }} Place
 */

/**
 * Find what the declarations of an entry refer to and no entry of the package exports, at any depth.
 *
 * A change of these is a change of what exports them by their shape: `typeof int` in a record of types.
 *
 * @param {readonly Place[]} places What the entry exports.
 * @param {ReadonlySet<string>} exported Keys of what all entries export, from `keyOf`.
 * @param {import("./package-modules.js").Modules} modules
 * @returns {Place[]}
 */
export function findInternals(places, exported, modules) {
  /** @type {Map<string, Place>} */
  const found = new Map();
  const queue = [...places];
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    for (const next of referencesOf(place, modules)) {
      const key = keyOf(next);
      if (exported.has(key) || found.has(key) || isGenerated(next.file)) continue;
      found.set(key, next);
      queue.push(next);
    }
  }
  return [...found.values()];
}

/**
 * @param {Place} place
 * @returns {string}
 */
export function keyOf({ file, local }) {
  return `${file} ${local}`;
}

/**
 * @param {Place} place
 * @param {import("./package-modules.js").Modules} modules
 * @returns {Place[]}
 */
function referencesOf({ file, local }, modules) {
  const source = modules.load(file);
  if (source === undefined) return [];
  const imported = importedNames(source.program);
  const declared = new Set(declaredNames(source).map((each) => each.local));
  /** @type {(module: string, name: string) => Place | undefined} */
  const elsewhere = (module, name) => {
    const target = modules.resolve(file, module);
    const origin = target === undefined ? undefined : findExport(target, name, modules);
    return origin?.from === undefined ? origin : undefined;
  };
  return referencedNames(source.program, declarationsOf(source, local)).flatMap(({ name, from }) => {
    if (from !== undefined) return elsewhere(from, name) ?? [];
    if (declared.has(name)) return [{ file, local: name }];
    const origin = imported.get(name);
    return origin === undefined ? [] : (elsewhere(origin.from, origin.local) ?? []);
  });
}
