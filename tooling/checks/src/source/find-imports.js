import { Visitor } from "oxc-parser";

/**
 * One mention of another module.
 *
 * @typedef {object} Import
 * @property {string} specifier
 * @property {boolean} typeOnly Gone after compilation.
 * @property {readonly string[]} names What is taken from it, by its own names; `*` for all of it.
 * @property {number} line
 */

/** Calls whose first argument names a module. `vi.mock` and its kin are not seen by `turbo boundaries`. */
const callsThatImport =
  /^(require|require\.resolve|import\.meta\.resolve|vi\.(do)?(un)?mock|vi\.import\w+)$/i;

/** What is taken by a call that names a module: all of it, at run time. */
const whole = { typeOnly: false, names: ["*"] };

/**
 * Find every way a file names another module: static, dynamic, `import("x").T`, `require`, `vi.mock`.
 *
 * @param {import("./parse-source.js").ParsedSource} source
 * @returns {Import[]}
 */
export function findImports(source) {
  /** @type {Import[]} */
  const found = [];
  /** @type {(node: { start: number }, specifier: unknown, rest: Pick<Import, "typeOnly" | "names">) => void} */
  const add = (node, specifier, rest) => {
    if (typeof specifier !== "string") return;
    found.push({ specifier, ...rest, line: source.lineAt(node.start) });
  };
  /** @type {(node: { start: number, end: number } | null) => string} */
  const nameAt = (node) => (node === null ? "*" : source.text.slice(node.start, node.end));
  new Visitor({
    ImportDeclaration: (node) =>
      add(node, node.source.value, { typeOnly: importsTypesOnly(node), names: importedNames(node, nameAt) }),
    ExportAllDeclaration: (node) =>
      add(node, node.source.value, { typeOnly: node.exportKind === "type", names: ["*"] }),
    ExportNamedDeclaration: (node) => {
      const names = node.specifiers.map((each) => nameAt(each.local));
      add(node, node.source?.value, { typeOnly: exportsTypesOnly(node), names });
    },
    ImportExpression: (node) => add(node, textOf(node.source), whole),
    TSImportType: (node) => add(node, node.source.value, { typeOnly: true, names: [nameAt(node.qualifier)] }),
    TSExternalModuleReference: (node) => add(node, node.expression.value, whole),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (first !== undefined && callsThatImport.test(nameAt(node.callee))) add(node, textOf(first), whole);
    },
  }).visit(source.program);
  return found;
}

/**
 * @param {import("oxc-parser").ImportDeclaration} node
 * @param {(node: { start: number, end: number }) => string} nameAt
 * @returns {string[]} None for a module that is only run.
 */
function importedNames({ specifiers }, nameAt) {
  return specifiers.map((each) => {
    if (each.type === "ImportSpecifier") return nameAt(each.imported);
    return each.type === "ImportDefaultSpecifier" ? "default" : "*";
  });
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
