import { Visitor } from "oxc-parser";

/**
 * A name that a declaration uses, and the module it says it is in, if it says so.
 *
 * @typedef {{ name: string, from: string | undefined }} Reference
 */

/**
 * Find the names that statements refer to: types, values by `typeof`, what is extended, computed keys.
 *
 * Parameters of types are among them; no file declares those at its top level.
 *
 * @param {import("oxc-parser").Program} program
 * @param {import("oxc-parser").Program["body"]} statements
 * @returns {Reference[]}
 */
export function referencedNames(program, statements) {
  /** @type {Reference[]} */
  const found = [];
  /** @type {(node: import("oxc-parser").Node | null, from?: string) => void} */
  const add = (node, from) => {
    const name = node === null ? undefined : firstName(node);
    if (name !== undefined) found.push({ name, from });
  };
  /** @type {(node: { computed: boolean, key: import("oxc-parser").Node }) => void} */
  const addKey = (node) => {
    if (node.computed) add(node.key);
  };
  new Visitor({
    TSTypeReference: (node) => add(node.typeName),
    TSTypeQuery: (node) => add(node.exprName),
    TSImportType: (node) => add(node.qualifier, node.source.value),
    TSInterfaceHeritage: (node) => add(node.expression),
    TSClassImplements: (node) => add(node.expression),
    ClassDeclaration: (node) => add(node.superClass),
    TSPropertySignature: addKey,
    TSMethodSignature: addKey,
    PropertyDefinition: addKey,
    MethodDefinition: addKey,
  }).visit({ ...program, body: statements });
  return found;
}

/**
 * @param {import("oxc-parser").Node} node
 * @returns {string | undefined} `a` of `a.b.c`.
 */
function firstName(node) {
  if (node.type === "Identifier") return node.name;
  if (node.type === "TSQualifiedName") return firstName(node.left);
  return node.type === "MemberExpression" ? firstName(node.object) : undefined;
}
