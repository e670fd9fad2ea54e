import { parseSync } from "oxc-parser";

/**
 * A parsed file, with a way from an offset to its line.
 *
 * @typedef {object} ParsedSource
 * @property {import("oxc-parser").Program} program
 * @property {readonly import("oxc-parser").Comment[]} comments
 * @property {string} text
 * @property {(offset: number) => number} lineAt One-based.
 */

/**
 * Parse a TypeScript or JavaScript file.
 *
 * TypeScript 7 has no programming interface, so the rules here read the tree that oxc makes.
 *
 * @param {string} file The name decides the language.
 * @param {string} text
 * @returns {ParsedSource}
 */
export function parseSource(file, text) {
  const { program, comments, errors } = parseSync(file, text);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${file} does not parse: ${first.message}`);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return { program, comments, text, lineAt: (offset) => lineOf(starts, offset) };
}

/**
 * @param {readonly number[]} starts Offsets at which lines begin, rising.
 * @param {number} offset
 * @returns {number}
 */
function lineOf(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
