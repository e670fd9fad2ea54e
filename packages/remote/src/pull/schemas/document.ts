import { asSchema, keyword, type Schema, textAt } from "./json-schema.js";

/** The schema of a whole record, in which `$ref` points at parts. */
export interface Document {
  readonly root: Schema;
  readonly isPydantic: boolean;
}

/** The schema of a record as a document. */
export function documentOf(root: Schema, tag = ""): Document {
  return { root, isPydantic: tag === "Pydantic Transformer" || (tag === "" && isPydantic(root)) };
}

// pydantic gives fields a title, and says `additionalProperties` only where it was told to.
function isPydantic(root: Schema): boolean {
  if (keyword(root, "$defs") !== undefined) return true;
  const properties = Object.values(asSchema(keyword(root, "properties")) ?? {});
  const plain = properties.map(asSchema).filter((each) => textAt(each, "type") !== "object");
  return plain.some((each) => keyword(each, "title") !== undefined) && keyword(root, "$schema") === undefined;
}

/** The part of a document that a reference names: `#/$defs/Order`. Undefined for one elsewhere, or nowhere. */
export function referenced(reference: unknown, document: Document | undefined): Schema | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#")) return undefined;
  let at: unknown = document?.root;
  for (const step of reference.split("/").slice(1)) {
    const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
    at = keyword(asSchema(at), name);
  }
  return asSchema(at);
}

/** The name under which a document defines a schema; empty if it does not. */
export function definedAs(schema: Schema, document: Document | undefined): string {
  for (const part of ["$defs", "definitions"]) {
    const all = Object.entries(asSchema(keyword(document?.root, part)) ?? {});
    const found = all.find(([, each]) => each === schema);
    if (found !== undefined) return found[0];
  }
  return "";
}
