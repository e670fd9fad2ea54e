import { isJsonObject, type JsonObject, membersOf, own } from "./json.js";
import type { Draft } from "./metaschema.js";
import type { OpenNode } from "./open-node.js";
import type { Bound, Combination, SchemaNode } from "./schema-node.js";

/** A valid schema that is not a reference, and the function that makes nodes of the schemas inside it. */
export interface Reading {
  readonly schema: JsonObject;
  readonly draft: Draft;
  readonly nodeOf: (schema: unknown) => SchemaNode;
}

/**
 * Fill a node with the keywords of its schema.
 *
 * Schemas that the comparison ignores are compiled too, as in the validator: a broken reference in any of them
 * makes the whole schema invalid.
 */
export function readSchema(node: OpenNode, reading: Reading): void {
  for (const [keyword, value] of membersOf(reading.schema)) READERS.get(keyword)?.(node, value, reading);
}

// The metaschema has checked the values, so the readers can cast them.
type Reader = (node: OpenNode, value: unknown, reading: Reading) => void;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>(
  Object.entries({
    title: (node, value) => void (node.title = value as string),
    type: (node, value) => void (node.types = new Set([value].flat() as string[])),
    format: (node, value) => void (node.format = value as string),
    pattern: (node, value) => void (node.pattern = value as string),
    enum: (node, value) => void (node.enum = value as readonly unknown[]),
    uniqueItems: (node, value) => void (node.unique = value as boolean),
    required: (node, value) => void (node.required = new Set(value as string[])),
    const: (node, value, { draft }) => void (node.constant = draft > 4 ? { value } : undefined),
    properties: readProperties,
    items: readItems,
    additionalProperties: readValues,
    patternProperties: passOverMap("patternProperties"),
    dependencies: passOverMap("dependencies"),
    not: passOver("not"),
    propertyNames: compileOnly,
    contains: compileOnly,
    if: readCondition,
    minimum: readLimit("minimum", "exclusiveMinimum"),
    maximum: readLimit("maximum", "exclusiveMaximum"),
    exclusiveMinimum: readExclusive("exclusiveMinimum"),
    exclusiveMaximum: readExclusive("exclusiveMaximum"),
    multipleOf: (node, value) => setBound(node, "multipleOf", value as number),
    minLength: readCount("minLength"),
    maxLength: readCount("maxLength"),
    minItems: readCount("minItems"),
    maxItems: readCount("maxItems"),
    minProperties: readCount("minProperties"),
    maxProperties: readCount("maxProperties"),
    allOf: readMembers("allOf"),
    anyOf: readMembers("anyOf"),
    oneOf: readMembers("oneOf"),
  } satisfies { readonly [keyword: string]: Reader }),
);

function readProperties(node: OpenNode, value: unknown, { nodeOf }: Reading): void {
  node.properties = new Map(membersOf(value as JsonObject).map(([name, each]) => [name, nodeOf(each)]));
}

function readItems(node: OpenNode, value: unknown, { schema, nodeOf }: Reading): void {
  if (!Array.isArray(value)) {
    node.items = nodeOf(value);
    return;
  }
  node.items = value.map(nodeOf);
  const others = own(schema, "additionalItems");
  if (others !== undefined) nodeOf(others);
  node.ignored ??= "items";
}

// `true` means the same as leaving the keyword out.
function readValues(node: OpenNode, value: unknown, { nodeOf }: Reading): void {
  if (isJsonObject(value)) node.values = nodeOf(value);
  if (value !== true) node.ignored ??= "additionalProperties";
}

function passOver(keyword: string): Reader {
  return (node, value, { nodeOf }) => {
    nodeOf(value);
    node.ignored ??= keyword;
  };
}

function passOverMap(keyword: string): Reader {
  return (node, value, { nodeOf }) => {
    for (const [, each] of membersOf(value as JsonObject)) if (!Array.isArray(each)) nodeOf(each);
    node.ignored ??= keyword;
  };
}

function compileOnly(_node: OpenNode, value: unknown, { draft, nodeOf }: Reading): void {
  if (draft > 4) nodeOf(value);
}

function readCondition(_node: OpenNode, value: unknown, { schema, draft, nodeOf }: Reading): void {
  const outcomes = [own(schema, "then"), own(schema, "else")].filter((each) => each !== undefined);
  if (draft === 7 && outcomes.length > 0) [value, ...outcomes].forEach((each) => nodeOf(each));
}

// In draft 4 a boolean keyword marks a limit as exclusive. In later drafts an exclusive limit is a separate number.
function readLimit(bound: Bound, exclusive: string): Reader {
  return (node, value, { schema, draft }) => {
    if (draft > 4 || own(schema, exclusive) !== true) setBound(node, bound, value as number);
  };
}

function readExclusive(keyword: string): Reader {
  return (node, value, { draft }) => {
    if (draft > 4 || value === true) node.ignored ??= keyword;
  };
}

// The validator reads counts as 64-bit integers, and larger counts as the largest of them.
const LARGEST = 2 ** 63;

function readCount(bound: Bound): Reader {
  return (node, value) => setBound(node, bound, Math.min(value as number, LARGEST));
}

function setBound(node: OpenNode, bound: Bound, value: number): void {
  node.bounds = new Map([...node.bounds, [bound, value]]);
}

function readMembers(keyword: Combination): Reader {
  return (node, value, { nodeOf }) => {
    node.combined = new Map([...node.combined, [keyword, (value as readonly unknown[]).map(nodeOf)]]);
  };
}
