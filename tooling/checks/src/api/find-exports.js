import { exportedNames } from "../structure/exported-names.js";

/**
 * A name that an entry exports.
 *
 * @typedef {object} Export
 * @property {string} name
 * @property {boolean} isValue Whether it is there at run time.
 * @property {string | undefined} from The package it is re-exported from, if another.
 * @property {string} file Where it is declared; where it is re-exported, for a name from another package.
 * @property {string} local Its name there; `*` if it is all that the file exports.
 */

/**
 * Find what a file exports, each name followed to its declaration.
 *
 * @param {string} file
 * @param {import("./package-modules.js").Modules} modules
 * @returns {Export[]} By name.
 */
export function findExports(file, modules) {
  const names = [...new Set(namesOf(file, modules))].toSorted();
  return names.flatMap((name) => findExport(file, name, modules) ?? []);
}

/**
 * @param {string} file
 * @param {string} name
 * @param {import("./package-modules.js").Modules} modules
 * @returns {Export | undefined} `undefined` when the file exports no such name.
 */
export function findExport(file, name, modules) {
  const source = modules.load(file);
  if (source === undefined) return undefined;
  const found = exportedNames(source).filter((each) => each.name === name);
  const [first] = found;
  if (first === undefined) {
    const targets = starsOf(file, source, modules);
    return targets.map((target) => findExport(target, name, modules)).find((each) => each !== undefined);
  }
  const isValue = found.some((each) => !each.typeOnly);
  const { from, local } = first;
  if (from === undefined) return { name, isValue, from, file, local };
  const target = modules.resolve(file, from);
  if (target === undefined) return { name, isValue, from, file, local };
  if (local === "*") return { name, isValue, from: undefined, file: target, local };
  const origin = findExport(target, local, modules);
  return origin && { ...origin, name, isValue: isValue && origin.isValue };
}

/**
 * @param {string} file
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string[]}
 */
function namesOf(file, modules) {
  const source = modules.load(file);
  if (source === undefined) return [];
  return [
    ...exportedNames(source).map((each) => each.name),
    ...starsOf(file, source, modules).flatMap((target) => namesOf(target, modules)),
  ];
}

/**
 * The files whose every name a file passes on.
 *
 * @param {string} file
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string[]}
 */
function starsOf(file, { program }, modules) {
  return program.body.flatMap((node) => {
    if (node.type !== "ExportAllDeclaration" || node.exported !== null) return [];
    const target = modules.resolve(file, node.source.value);
    if (target === undefined)
      throw new Error(`${file} passes on ${node.source.value}, which cannot be listed.`);
    return [target];
  });
}
