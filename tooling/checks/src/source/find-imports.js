import { Visitor } from "oxc-parser";

/**
 * One mention of another module.
 *
 * @typedef {object} Import
 * @property {string} specifier
 * @property {boolean} typeOnly Gone after compilation.
 * @property {number} line
 */

/** Calls whose first argument names a module. `vi.mock` and its kin are not seen by `turbo boundaries`. */
const callsThatImport =
  /^(require|require\.resolve|import\.meta\.resolve|vi\.(do)?(un)?mock|vi\.import\w+)$/i;

/**
 * Find every way a file names another module: static, dynamic, `import("x").T`, `require`, `vi.mock`.
 *
 * @param {import("./parse-source.js").ParsedSource} source
 * @returns {Import[]}
 */
export function findImports(source) {
  /** @type {Import[]} */
  const found = [];
  /** @type {(node: { start: number }, specifier: unknown, typeOnly: boolean) => void} */
  const add = (node, specifier, typeOnly) => {
    if (typeof specifier !== "string") return;
    found.push({ specifier, typeOnly, line: source.lineAt(node.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source.value, importsTypesOnly(node)),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => add(node, node.source?.value, exportsTypesOnly(node)),
    ImportExpression: (node) => add(node, textOf(node.source), false),
    TSImportType: (node) => add(node, node.source.value, true),
    TSExternalModuleReference: (node) => add(node, node.expression.value, false),
    CallExpression: (node) => {
      const callee = source.text.slice(node.callee.start, node.callee.end);
      const [first] = node.arguments;
      if (first !== undefined && callsThatImport.test(callee)) add(node, textOf(first), false);
    },
  }).visit(source.program);
  return found;
}

/**
 * @param {import("oxc-parser").ImportDeclaration} node
 * @returns {boolean}
 */
function importsTypesOnly(node) {
  if (node.importKind === "type") return true;
  if (node.specifiers.length === 0) return false;
  return node.specifiers.every((each) => each.type === "ImportSpecifier" && each.importKind === "type");
}

/**
 * @param {import("oxc-parser").ExportNamedDeclaration} node
 * @returns {boolean}
 */
function exportsTypesOnly(node) {
  if (node.exportKind === "type") return true;
  return node.specifiers.length > 0 && node.specifiers.every((each) => each.exportKind === "type");
}

/**
 * The text of a string or of a template without holes.
 *
 * @param {import("oxc-parser").Node} node
 * @returns {string | undefined}
 */
function textOf(node) {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
