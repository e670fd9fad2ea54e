import { Visitor } from "oxc-parser";

/**
 * A comment that silences the compiler or the linter.
 *
 * @typedef {object} Silencer
 * @property {number} line
 * @property {string} text
 * @property {boolean} reasoned Whether it says why.
 */

/**
 * The ways in which a file steps outside the rules.
 *
 * @typedef {object} Escapes
 * @property {readonly number[]} anys Lines with the type `any`.
 * @property {readonly number[]} assertions Lines with a non-null assertion.
 * @property {readonly Silencer[]} silencers
 */

/** A lint directive says why after two dashes; a compiler directive says why in the rest of its line. */
const silencing = [
  { directive: /^\s*(?:oxlint|eslint)-disable/, reason: /\s--\s+\S/ },
  {
    directive: /^[\s/*]*@ts-(?:ignore|nocheck|expect-error)/,
    reason: /@ts-(?:ignore|nocheck|expect-error)[:\s-]+\w{2}/,
  },
  { directive: /^\s*(?:v8|c8|istanbul) ignore/, reason: /\s--\s+\S/ },
];

/**
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {Escapes}
 */
export function findEscapes(source) {
  /** @type {number[]} */
  const anys = [];
  /** @type {number[]} */
  const assertions = [];
  new Visitor({
    TSAnyKeyword: (node) => void anys.push(source.lineAt(node.start)),
    TSNonNullExpression: (node) => void assertions.push(source.lineAt(node.start)),
  }).visit(source.program);
  const silencers = source.comments.flatMap(({ value, start }) => {
    const rule = silencing.find(({ directive }) => directive.test(value));
    if (rule === undefined) return [];
    return [{ line: source.lineAt(start), text: value.trim(), reasoned: rule.reason.test(value) }];
  });
  return { anys, assertions, silencers };
}
