import { posix } from "node:path";

import { readText } from "../repo/list-files.js";
import { findImports } from "../source/find-imports.js";
import { parseSource } from "../source/parse-source.js";
import { findCycles } from "./find-cycles.js";
import { findEscapes } from "./find-escapes.js";
import { findFunctions } from "./find-functions.js";

/**
 * What is known of one hand-written source file.
 *
 * @typedef {object} FileMeasure
 * @property {string} file Relative to the root.
 * @property {number} lines
 * @property {readonly import("./find-functions.js").FunctionSize[]} functions
 * @property {import("./find-escapes.js").Escapes} escapes
 * @property {readonly string[]} imports Files of the same package, relative to the root.
 * @property {readonly string[]} valueImports Those that are left after compilation.
 */

/**
 * What is known of one package.
 *
 * @typedef {object} PackageMeasure
 * @property {string} name
 * @property {readonly FileMeasure[]} files
 * @property {readonly string[][]} cycles Over all imports, types included.
 * @property {readonly string[][]} valueCycles
 * @property {number} testLines
 */

/**
 * Measure the hand-written sources of a package.
 *
 * @param {string} root
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {PackageMeasure}
 */
export function measurePackage(root, pkg) {
  const files = sourceFiles(pkg).map((file) => measureFile(file, readText(root, file)));
  const cycles = findCycles(new Map(files.map((each) => [each.file, each.imports])));
  const valueCycles = findCycles(new Map(files.map((each) => [each.file, each.valueImports])));
  const testLines = testFiles(pkg).reduce((sum, file) => sum + countLines(readText(root, file)), 0);
  return { name: pkg.dir.split("/").at(-1) ?? "", files, cycles, valueCycles, testLines };
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {FileMeasure}
 */
export function measureFile(file, text) {
  const source = parseSource(file, text);
  const imports = findImports(source)
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ specifier, typeOnly }) => ({
      target: posix.join(posix.dirname(file), specifier).replace(/\.js$/, ".ts"),
      typeOnly,
    }));
  return {
    file,
    lines: countLines(text),
    functions: findFunctions(source),
    escapes: findEscapes(source),
    imports: [...new Set(imports.map((each) => each.target))],
    valueImports: [...new Set(imports.filter((each) => !each.typeOnly).map((each) => each.target))],
  };
}

/**
 * The sources that people write: not generated, not tests.
 *
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]} Relative to the root.
 */
export function sourceFiles(pkg) {
  const files = pkg.files.filter((file) => /^src\/(?!gen\/).*\.ts$/.test(file) && !isTest(file));
  return files.map((file) => `${pkg.dir}/${file}`);
}

/**
 * @param {import("../repo/workspace.js").WorkspacePackage} pkg
 * @returns {string[]} Relative to the root.
 */
function testFiles(pkg) {
  return pkg.files
    .filter((file) => /\.[jt]s$/.test(file) && isTest(file))
    .map((file) => `${pkg.dir}/${file}`);
}

/**
 * @param {string} file Relative to the package.
 * @returns {boolean}
 */
function isTest(file) {
  return file.startsWith("test/") || /\.test(-d)?\.ts$/.test(file);
}

/**
 * @param {string} text
 * @returns {number}
 */
function countLines(text) {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
