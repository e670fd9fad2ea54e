import { asSchema, keyword, type Schema, schemaAt } from "./json-schema.js";
import type { Document } from "./document.js";

const PREFIX = "#/$defs/";

/**
 * The schema that a record inside another has when it stands alone: with what it refers to. Undefined where that cannot be
 * told, as in the oldest dialect.
 */
export function schemaAlone(schema: Schema, document: Document | undefined): Schema | undefined {
  if (document === undefined || keyword(document.root, "definitions") !== undefined) return undefined;
  const all = schemaAt(document.root, "$defs");
  const used = new Map<string, Schema>();
  const pending: unknown[] = [schema];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    const [name, found] = referenceIn(each, all);
    if (found !== undefined && !used.has(name)) {
      used.set(name, found);
      pending.push(found);
    }
    if (typeof each === "object" && each !== null)
      pending.push(...Object.values(each).filter((part) => typeof part === "object" && part !== null));
  }
  if (used.size === 0) return schema;
  return { ...schema, $defs: Object.fromEntries(used) };
}

function referenceIn(part: unknown, all: Schema | undefined): readonly [string, Schema | undefined] {
  const reference = keyword(asSchema(part), "$ref");
  if (typeof reference !== "string" || !reference.startsWith(PREFIX)) return ["", undefined];
  const name = reference.slice(PREFIX.length);
  return [name, schemaAt(all, name)];
}
