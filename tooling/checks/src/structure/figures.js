import { entrySizes } from "../api/entry-sizes.js";
import { describeCycle, findFloorCycles } from "../floors/find-floor-cycles.js";
import { folderSizes } from "../floors/folder-sizes.js";
import { readPackageSources } from "../floors/read-package-sources.js";
import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { entryExports } from "./doc-share.js";
import { measurePackage } from "./measure-package.js";

/** How many lines are too many for a function, and how many parameters. */
const limits = { lines: 60, params: 4 };

/** How much of what rides on a cycle of folders is told: enough to see what kind of thing it is. */
const toldRides = 5;

/**
 * What is known of the folders of a package.
 *
 * @typedef {object} FolderMeasure
 * @property {readonly number[]} sizes How many source files each holds itself.
 * @property {ReturnType<typeof findFloorCycles>} cycles
 */

/**
 * Describe the structure of the hand-written sources: one row a package, then how much each entry
 * offers, then what stands out.
 *
 * @param {string} root
 * @returns {string}
 */
export function figures(root) {
  const workspace = readWorkspace(root);
  const rows = publishedPackages(workspace).map((pkg) => {
    const measure = measurePackage(root, pkg);
    const exports = entryExports(root, pkg, workspace);
    const sources = readPackageSources(root, pkg);
    const folders = { sizes: [...folderSizes(sources).values()], cycles: findFloorCycles(sources) };
    return { measure, exports, folders, row: { ...rowOf(measure, exports), ...folderColumns(folders) } };
  });
  const table = formatTable(rows.map((each) => each.row));
  const details = rows.flatMap(({ measure, exports, folders }) => [
    ...detailsOf(measure, exports),
    ...folders.cycles.map(
      (steps) => `cycle of folders in ${measure.name}: ${describeCycle(steps, toldRides)}`,
    ),
  ]);
  const entries = publishedPackages(workspace).flatMap((pkg) => entryLines(root, pkg));
  return [table, "", ...entries, ...(details.length === 0 ? [] : ["", ...details]), ""].join("\n");
}

/**
 * @param {import("./measure-package.js").PackageMeasure} measure
 * @param {readonly import("./follow-exports.js").EntryExport[]} exports
 * @returns {Record<string, string | number>}
 */
function rowOf({ name, files, cycles, valueCycles, testLines }, exports) {
  const lines = files.map((each) => each.lines).toSorted((a, b) => a - b);
  const total = lines.reduce((sum, each) => sum + each, 0);
  const functions = files.flatMap((each) => each.functions);
  const documented = exports.filter((each) => each.documented).length;
  return {
    package: name,
    files: files.length,
    lines: total,
    median: quantile(lines, 0.5),
    p90: quantile(lines, 0.9),
    max: lines.at(-1) ?? 0,
    ">300": lines.filter((each) => each > 300).length,
    "fn>60": functions.filter((each) => each.lines > limits.lines).length,
    "params>4": functions.filter((each) => each.params > limits.params).length,
    "cycles (values)": `${cycles.length} (${valueCycles.length})`,
    any: files.reduce((sum, each) => sum + each.escapes.anys.length, 0),
    "x!": files.reduce((sum, each) => sum + each.escapes.assertions.length, 0),
    off: files.reduce((sum, each) => sum + each.escapes.silencers.length, 0),
    "doc%": exports.length === 0 ? "-" : Math.floor((100 * documented) / exports.length),
    "test/src": total === 0 ? "-" : (testLines / total).toFixed(2),
  };
}

/**
 * @param {FolderMeasure} measure
 * @returns {Record<string, number>}
 */
function folderColumns({ sizes, cycles }) {
  return { folders: sizes.length, "folder cycles": cycles.length, "folder max": Math.max(0, ...sizes) };
}

/**
 * How much each entry offers, a line an entry.
 *
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]}
 */
function entryLines(root, pkg) {
  const name = pkg.dir.split("/").at(-1);
  return entrySizes(root, pkg).map(({ entry, values, types }) => {
    const size = values + types === 0 ? "generated names alone" : `${values} values, ${types} types`;
    return `${name} ${entry}: ${size}`;
  });
}

/**
 * The nearest-rank quantile.
 *
 * @param {readonly number[]} sorted
 * @param {number} share
 * @returns {number}
 */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * What a reader should look at: each with its place.
 *
 * @param {import("./measure-package.js").PackageMeasure} measure
 * @param {readonly import("./follow-exports.js").EntryExport[]} exports
 * @returns {string[]}
 */
function detailsOf({ files, cycles }, exports) {
  const details = files.flatMap(({ file, lines, functions, escapes }) => [
    ...(lines > 200 ? [`${file} has ${lines} lines`] : []),
    ...functions.flatMap(({ name, line, lines: length, params }) => [
      ...(length > limits.lines ? [`${file}:${line} ${name} has ${length} lines`] : []),
      ...(params > limits.params ? [`${file}:${line} ${name} takes ${params} parameters`] : []),
    ]),
    ...escapes.silencers.map(({ line, text }) => `${file}:${line} ${text}`),
  ]);
  const undocumented = exports.filter((each) => !each.documented);
  return [
    ...details,
    ...cycles.map((cycle) => `cycle: ${cycle.join(" -> ")}`),
    ...undocumented.map(({ name, place }) => `${place} ${name} has no doc comment`),
  ];
}

/**
 * @param {readonly Record<string, string | number>[]} rows
 * @returns {string}
 */
function formatTable(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? "").length)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ i) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return cells.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
