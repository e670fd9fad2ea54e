import { declarationText } from "./declaration-text.js";
import { findExports } from "./find-exports.js";
import { isGenerated } from "./is-generated.js";

/**
 * Write down what an entry offers: each name with its kind and its declaration, then what these refer to.
 *
 * @param {string} title
 * @param {readonly import("./find-exports.js").Export[]} exports
 * @param {readonly import("./find-internals.js").Place[]} internals
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string} A page.
 */
export function entryReport(title, exports, internals, modules) {
  const offered = exports.map((each) => describeExport(each, modules));
  const hidden = internals.map((place) => textOf(place, modules).replaceAll(/^export /gm, "")).toSorted();
  return [
    `# ${title}`,
    "",
    "What this entry offers. Written by `npx --yes pnpm@12.21.0 api`.",
    "",
    "```ts",
    joinParts(offered),
    ...(hidden.length === 0 ? [] : ["\n// Not exported, but part of the above:\n", hidden.join("\n\n")]),
    "```",
    "",
  ].join("\n");
}

/**
 * Join parts with a line between them, and parts of one line without.
 *
 * @param {readonly string[]} parts
 * @returns {string}
 */
function joinParts(parts) {
  const isShort = (/** @type {string | undefined} */ part) => part !== undefined && !part.includes("\n");
  return parts
    .map((part, i) => (i === 0 || (isShort(part) && isShort(parts[i - 1])) ? part : `\n${part}`))
    .join("\n");
}

/**
 * @param {import("./find-exports.js").Export} each
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string}
 */
function describeExport(each, modules) {
  const { name, local, from, file } = each;
  const kind = `// ${name}: ${each.isValue ? "value" : "type"}`;
  const origin = name === local ? "" : ` as ${local}`;
  if (from !== undefined) return `${kind}, re-exported from ${from}${origin}`;
  if (isGenerated(file)) return `${kind}, generated`;
  if (local === "*") return `${kind}, a namespace\n${namespaceText(each, modules)}`;
  return `${kind}${origin === "" ? "" : `, declared${origin}`}\n${textOf(each, modules)}`;
}

/**
 * All that a module exports, as one namespace.
 *
 * @param {import("./find-exports.js").Export} each
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string}
 */
function namespaceText({ name, file }, modules) {
  const members = findExports(file, modules).map((each) => describeExport(each, modules));
  return `export declare namespace ${name} {\n${joinParts(members).replaceAll(/^(?=.)/gm, "    ")}\n}`;
}

/**
 * @param {import("./find-internals.js").Place} place
 * @param {import("./package-modules.js").Modules} modules
 * @returns {string}
 */
function textOf({ file, local }, modules) {
  const source = modules.load(file);
  const text = source === undefined ? "" : declarationText(source, local);
  if (text === "") throw new Error(`${file} does not declare ${local} in a way that can be reported.`);
  return text;
}
