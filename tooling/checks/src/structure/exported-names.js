/**
 * A name that a file exports.
 *
 * @typedef {object} ExportedName
 * @property {string} name
 * @property {string} local Its name where it is declared; `*` for all names of a module together.
 * @property {string | undefined} from The module it comes from, if another.
 * @property {number} start
 * @property {boolean} typeOnly Gone at run time: exported as a type, or declared as nothing else.
 * @property {boolean} documented Whether a doc comment stands right before its declaration.
 */

/** Declarations that are gone at run time. A namespace is one where it adds types to a value of its name. */
const typeDeclarations = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "TSModuleDeclaration"]);

/**
 * List what a file exports by name; `export *` is left out.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {ExportedName[]}
 */
export function exportedNames(source) {
  const imported = importedNames(source.program);
  const declared = declaredNames(source);
  return source.program.body.flatMap((node) => {
    if (node.type === "ExportAllDeclaration" && node.exported !== null) {
      const name = source.text.slice(node.exported.start, node.exported.end);
      const typeOnly = node.exportKind === "type";
      const { start, source: module } = node;
      return [
        { name, local: "*", typeOnly, start, documented: isDocumented(source, start), from: module.value },
      ];
    }
    if (node.type !== "ExportNamedDeclaration") return [];
    if (node.declaration !== null) return declared.filter((each) => each.start === node.start);
    return node.specifiers.flatMap((specifier) => {
      const name = source.text.slice(specifier.exported.start, specifier.exported.end);
      const local = source.text.slice(specifier.local.start, specifier.local.end);
      const typeOnly = node.exportKind === "type" || specifier.exportKind === "type";
      const found = { name, local, typeOnly, start: specifier.start, documented: false };
      if (node.source !== null) return [{ ...found, from: node.source.value }];
      const origin = imported.get(local);
      if (origin !== undefined) {
        const documented = origin.local === "*" && isDocumented(source, node.start);
        return [{ ...found, ...origin, documented, typeOnly: typeOnly || origin.typeOnly }];
      }
      return declared
        .filter((each) => each.local === local)
        .map((each) => ({ ...each, name, typeOnly: typeOnly || each.typeOnly }));
    });
  });
}

/**
 * Where the names that a file imports come from.
 *
 * @param {import("oxc-parser").Program} program
 * @returns {Map<string, { local: string, from: string, typeOnly: boolean }>}
 */
export function importedNames(program) {
  /** @type {Map<string, { local: string, from: string, typeOnly: boolean }>} */
  const names = new Map();
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration") continue;
    for (const specifier of node.specifiers) {
      if (specifier.type === "ImportNamespaceSpecifier") {
        const typeOnly = node.importKind === "type";
        names.set(specifier.local.name, { local: "*", from: node.source.value, typeOnly });
      }
      if (specifier.type !== "ImportSpecifier") continue;
      const { imported } = specifier;
      const local = imported.type === "Identifier" ? imported.name : imported.value;
      const typeOnly = node.importKind === "type" || specifier.importKind === "type";
      names.set(specifier.local.name, { local, from: node.source.value, typeOnly });
    }
  }
  return names;
}

/**
 * Whether a doc comment stands right before a statement, or before line comments that do.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @param {number} start
 * @returns {boolean}
 */
function isDocumented({ comments, text }, start) {
  return comments.some(
    ({ type, value, end }) =>
      type === "Block" &&
      value.startsWith("*") &&
      end <= start &&
      /^\s*(\/\/.*\s*)*$/.test(text.slice(end, start)),
  );
}

/**
 * The names that the top level of a file declares, exported or not. One declared several times is there as often.
 *
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {ExportedName[]}
 */
export function declaredNames(source) {
  return source.program.body.flatMap((node) => {
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
    const names = namesOf(declaration);
    const documented = isDocumented(source, node.start);
    const typeOnly = declaration !== null && typeDeclarations.has(declaration.type);
    return names.map((name) => ({
      name,
      local: name,
      from: undefined,
      start: node.start,
      typeOnly,
      documented,
    }));
  });
}

/**
 * @param {import("oxc-parser").Statement | import("oxc-parser").Declaration | null} declaration
 * @returns {string[]}
 */
function namesOf(declaration) {
  switch (declaration?.type) {
    case "VariableDeclaration":
      return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
    case "FunctionDeclaration":
    case "TSDeclareFunction":
    case "ClassDeclaration":
      return declaration.id === null ? [] : [declaration.id.name];
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
    case "TSEnumDeclaration":
      return [declaration.id.name];
    case "TSModuleDeclaration":
      return declaration.id.type === "Identifier" ? [declaration.id.name] : [];
    default:
      return [];
  }
}
