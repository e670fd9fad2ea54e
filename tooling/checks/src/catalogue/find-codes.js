import { Visitor } from "oxc-parser";

/**
 * One error code and where it is declared.
 *
 * @typedef {object} DeclaredCode
 * @property {string} code
 * @property {string} place
 */

/**
 * Find the codes that a file declares: what is given to `defineError`, and the keys of the object given to
 * `defineErrors`.
 *
 * The file is read, not loaded, so a catalogue that does not compile still has codes.
 *
 * @param {string} file
 * @param {import("../source/parse-source.js").ParsedSource} source
 * @returns {DeclaredCode[]}
 */
export function findCodes(file, source) {
  /** @type {DeclaredCode[]} */
  const found = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [catalogue] }) => {
      if (callee.type !== "Identifier") return;
      if (callee.name === "defineError" && catalogue?.type === "Literal")
        found.push({ code: String(catalogue.value), place: `${file}:${source.lineAt(catalogue.start)}` });
      if (callee.name !== "defineErrors") return;
      if (catalogue?.type !== "ObjectExpression") return;
      for (const property of catalogue.properties) {
        const place = `${file}:${source.lineAt(property.start)}`;
        found.push({ code: keyOf(property) ?? "?", place });
      }
    },
  }).visit(source.program);
  return found;
}

/**
 * @param {import("oxc-parser").ObjectPropertyKind} property
 * @returns {string | undefined}
 */
function keyOf(property) {
  if (property.type !== "Property" || property.computed) return undefined;
  if (property.key.type === "Identifier") return property.key.name;
  return property.key.type === "Literal" ? String(property.key.value) : undefined;
}
