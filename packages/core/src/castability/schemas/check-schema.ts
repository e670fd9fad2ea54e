import { quote } from "../../words/enumerate.js";
import { isJsonObject, type JsonObject, membersOf, own } from "./json.js";
import { type Draft, METASCHEMAS } from "./metaschema.js";
import { idKeyword, resolveUrl } from "./references.js";

/** What checking finds out about the schemas of one document. */
export interface Checked {
  /** The schemas that are known to be valid, each with the URL that references in it are seen from. */
  readonly bases: Map<JsonObject, string>;
  /** The schemas that have an id, by its URL. */
  readonly byId: Map<string, JsonObject>;
}

/**
 * What the backend's validator does not understand in a schema and all within, in words; undefined if it
 * takes it. Keywords that it does not know are passed over, and so is what is in them.
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
    if (!isJsonObject(each)) return "something that is no schema";
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
