import { isJsonObject, type JsonObject, membersOf, own } from "./json.js";
import type { Draft } from "./metaschema.js";
import type { Bound, Combination, SchemaNode } from "./schema-node.js";

/** A schema that says nothing. */
export const EMPTY: SchemaNode = {
  title: undefined,
  ref: undefined,
  always: undefined,
  types: new Set(),
  format: "",
  pattern: undefined,
  enum: undefined,
  constant: undefined,
  bounds: new Map(),
  unique: false,
  items: undefined,
  properties: new Map(),
  required: new Set(),
  combined: new Map(),
  values: undefined,
  ignored: undefined,
};

/** Gives the node of a schema within another. */
export type NodeOf = (schema: unknown) => SchemaNode;

/**
 * The node of a valid schema that refers to no other.
 *
 * `nodeOf` is asked for every schema within that the validator compiles, also where the comparison passes it
 * over: a reference that leads nowhere counts in all of them.
 */
export function readSchema(schema: JsonObject, draft: Draft, nodeOf: NodeOf): SchemaNode {
  const values = own(schema, "additionalProperties");
  for (const each of passedOver(schema, draft)) nodeOf(each);
  return {
    ...EMPTY,
    title: textIn(schema, "title"),
    types: setOf(own(schema, "type")),
    format: textIn(schema, "format") ?? "",
    pattern: textIn(schema, "pattern"),
    enum: own(schema, "enum") as readonly unknown[] | undefined,
    constant: draft > 4 && has(schema, "const") ? { value: own(schema, "const") } : undefined,
    bounds: readBounds(schema, draft),
    unique: own(schema, "uniqueItems") === true,
    items: readItems(own(schema, "items"), nodeOf),
    properties: readProperties(schema, nodeOf),
    required: setOf(own(schema, "required")),
    combined: readCombined(schema, nodeOf),
    values: isJsonObject(values) ? nodeOf(values) : undefined,
    ignored: ignoredKeyword(schema, draft),
  };
}

// Most schemas have few keywords, so what is empty is shared.
function setOf(texts: unknown): ReadonlySet<string> {
  if (texts === undefined) return EMPTY.types;
  return new Set(Array.isArray(texts) ? (texts as readonly string[]) : [texts as string]);
}

function readProperties(schema: JsonObject, nodeOf: NodeOf): SchemaNode["properties"] {
  const members = membersIn(schema, "properties");
  return members.length === 0
    ? EMPTY.properties
    : new Map(members.map(([name, each]) => [name, nodeOf(each)]));
}

function textIn(schema: JsonObject, keyword: string): string | undefined {
  const value = own(schema, keyword);
  return typeof value === "string" ? value : undefined;
}

function has(schema: JsonObject, keyword: string): boolean {
  return own(schema, keyword) !== undefined;
}

function membersIn(schema: JsonObject, keyword: string): [name: string, schema: unknown][] {
  const value = own(schema, keyword);
  return isJsonObject(value) ? membersOf(value) : [];
}

const COMBINATIONS: readonly Combination[] = ["allOf", "anyOf", "oneOf"];
const NUMBERS: readonly Bound[] = ["minimum", "maximum", "multipleOf"];
const COUNTS: readonly Bound[] = [
  ...(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"] as const),
];
// To the validator counts are of 64 bits, and all beyond are the largest.
const LARGEST = 2 ** 63;

function readBounds(schema: JsonObject, draft: Draft): ReadonlyMap<Bound, number> {
  const bounds = new Map<Bound, number>();
  for (const keyword of NUMBERS) {
    const value = own(schema, keyword);
    if (typeof value === "number" && !isExclusive(schema, keyword, draft)) bounds.set(keyword, value);
  }
  for (const keyword of COUNTS) {
    const value = own(schema, keyword);
    if (typeof value === "number") bounds.set(keyword, Math.min(value, LARGEST));
  }
  return bounds.size === 0 ? EMPTY.bounds : bounds;
}

// Draft 4 marks a bound as exclusive; since then an exclusive bound is one of its own.
function isExclusive(schema: JsonObject, bound: Bound, draft: Draft): boolean {
  return draft === 4 && own(schema, `exclusive${bound === "minimum" ? "Minimum" : "Maximum"}`) === true;
}

function readItems(items: unknown, nodeOf: NodeOf): SchemaNode["items"] {
  if (items === undefined) return undefined;
  return Array.isArray(items) ? items.map(nodeOf) : nodeOf(items);
}

function readCombined(schema: JsonObject, nodeOf: NodeOf): SchemaNode["combined"] {
  const keywords = COMBINATIONS.filter((keyword) => has(schema, keyword));
  if (keywords.length === 0) return EMPTY.combined;
  return new Map(
    keywords.map((keyword) => [keyword, (own(schema, keyword) as readonly unknown[]).map(nodeOf)]),
  );
}

function passedOver(schema: JsonObject, draft: Draft): unknown[] {
  const conditional = draft === 7 && has(schema, "if") && (has(schema, "then") || has(schema, "else"));
  const single = [
    "not",
    ...(draft > 4 ? ["propertyNames", "contains"] : []),
    ...(conditional ? ["if", "then", "else"] : []),
    ...(Array.isArray(own(schema, "items")) ? ["additionalItems"] : []),
  ];
  return [
    ...single.map((keyword) => own(schema, keyword)).filter((each) => each !== undefined),
    ...["patternProperties", "dependencies"].flatMap((keyword) => {
      return membersIn(schema, keyword).flatMap(([, each]) => (Array.isArray(each) ? [] : [each]));
    }),
  ];
}

function ignoredKeyword(schema: JsonObject, draft: Draft): string | undefined {
  const isThere = (keyword: string): boolean => has(schema, keyword);
  const exclusive = ["exclusiveMinimum", "exclusiveMaximum"].find((keyword) => {
    return draft > 4 ? isThere(keyword) : own(schema, keyword) === true;
  });
  const values = own(schema, "additionalProperties");
  if (values !== undefined && values !== true) return "additionalProperties";
  return (
    ["patternProperties", "not", "dependencies"].find(isThere) ??
    exclusive ??
    (Array.isArray(own(schema, "items")) ? "items" : undefined)
  );
}
