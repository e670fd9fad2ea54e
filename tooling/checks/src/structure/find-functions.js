import { Visitor } from "oxc-parser";

/**
 * A function and its size.
 *
 * @typedef {object} FunctionSize
 * @property {string} name `?` when it has none.
 * @property {number} line
 * @property {number} lines From its first to its last line.
 * @property {number} params Without `this`.
 */

/**
 * Measure every function of a file, nested ones too.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {FunctionSize[]}
 */
export function findFunctions(source) {
  const names = nameFunctions(source);
  /** @type {FunctionSize[]} */
  const found = [];
  /** @type {(node: import("oxc-parser").Function | import("oxc-parser").ArrowFunctionExpression) => void} */
  const add = (node) => {
    if (node.body === null) return;
    const line = source.lineAt(node.start);
    const params = node.params.filter((each) => each.type !== "Identifier" || each.name !== "this");
    found.push({
      name: node.id?.name ?? names.get(node.start) ?? "?",
      line,
      lines: source.lineAt(node.end - 1) - line + 1,
      params: params.length,
    });
  };
  new Visitor({ FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add }).visit(
    source.program,
  );
  return found;
}

/**
 * Names that functions get from where they stand: a variable, a property, a method.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {Map<number, string>} By the offset of the function.
 */
function nameFunctions({ program, text }) {
  /** @type {Map<number, string>} */
  const names = new Map();
  /** @type {(key: { start: number, end: number }, value: { start: number } | null) => void} */
  const add = (key, value) => {
    if (value !== null) names.set(value.start, text.slice(key.start, key.end));
  };
  new Visitor({
    VariableDeclarator: (node) => add(node.id, node.init),
    Property: (node) => add(node.key, node.value),
    MethodDefinition: (node) => add(node.key, node.value),
    PropertyDefinition: (node) => add(node.key, node.value),
  }).visit(program);
  return names;
}
