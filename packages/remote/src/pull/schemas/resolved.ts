import { asSchema, keyword, listAt, type Schema } from "./json-schema.js";
import { type Document, referenced } from "./document.js";

// More steps than any schema has: what goes on longer goes in circles.
const MOST_STEPS = 100;

/** The schema that is meant: where a reference leads. Undefined for one that leads out of the document, or nowhere. */
export function resolved(schema: Schema | undefined, document: Document | undefined): Schema | undefined {
  let at = schema;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const only = listAt(at, "allOf");
    const reference = keyword(at, "$ref");
    if (reference !== undefined) at = referenced(reference, document);
    else if (only?.length === 1 && keyword(at, "properties") === undefined) at = asSchema(only[0]);
    else return at;
  }
  return undefined;
}
