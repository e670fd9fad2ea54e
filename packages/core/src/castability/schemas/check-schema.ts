import { quote } from "../../words/enumerate.js";
import { isJsonObject, type JsonObject, membersOf, own } from "./json.js";
import { type Draft, METASCHEMAS } from "./metaschema.js";
import { idKeyword, resolveUrl } from "./references.js";

/** The results of checking the schemas of one document. */
export interface Checked {
  /** The valid schemas, each with the base URL of the references in it. */
  readonly bases: Map<JsonObject, string>;
  /** The schemas that have an id, by the URL of the id. */
  readonly byId: Map<string, JsonObject>;
}

/**
 * The part of a schema, or of a schema inside it, that the backend's validator refuses, in words; undefined if it
 * accepts the schema. The validator ignores keywords that it does not know, with their values.
 */
export function checkSchema(
  schema: unknown,
  base: string,
  draft: Draft,
  checked: Checked,
): string | undefined {
  const pending: [unknown, string][] = [[schema, base]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [each, from] = next;
    if (typeof each === "boolean" && draft > 4) continue;
    if (!isJsonObject(each)) return "a value that is not a schema";
    if (checked.bases.has(each)) continue;
    const base = ownBase(each, from, draft);
    checked.bases.set(each, base);
    if (base !== from) checked.byId.set(base, each);
    const problem = checkKeywords(each, draft, (inner) => pending.push([inner, base]));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function ownBase(schema: JsonObject, from: string, draft: Draft): string {
  const id = own(schema, idKeyword(draft));
  return (typeof id === "string" ? resolveUrl(from, id) : undefined) ?? from;
}

function checkKeywords(
  schema: JsonObject,
  draft: Draft,
  take: (schema: unknown) => void,
): string | undefined {
  for (const [keyword, value] of membersOf(schema)) {
    const rule = METASCHEMAS[draft].get(keyword);
    if (rule === undefined || rule(value, take)) continue;
    return typeof value === "string"
      ? `the ${keyword} ${quote(value)}`
      : `the value of the keyword ${keyword}`;
  }
  if (draft > 4) return undefined;
  const lone = (["minimum", "maximum"] as const).find((bound) => {
    return own(schema, EXCLUSIVE[bound]) !== undefined && own(schema, bound) === undefined;
  });
  return lone && `the keyword ${EXCLUSIVE[lone]} without ${lone}`;
}

const EXCLUSIVE = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" } as const;
