import { CODEC, markOf } from "../standard/marks.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { Form } from "./form.js";
import { readConstants } from "./read-constants.js";
import { readObject } from "./read-object.js";
import { readUnion } from "./read-union.js";
import {
  MOST_SCHEMAS,
  type Node,
  type Reading,
  refusal,
  resolvePointer,
  type Spot,
  without,
} from "./reading.js";
import { mergeAll } from "./merge-all.js";

/**
 * What a JSON Schema describes. Keywords that only narrow values (`minimum`, `pattern`) are not read: whoever
 * validates the values knows them.
 *
 * @param at the place of the type, such as `inputs.user of task a.b`
 * @throws `SCHEMA_NOT_REPRESENTABLE` with the path
 */
export function readForm(schema: unknown, at: string, { skipsCodecs = false } = {}): Form {
  const root = isPlainObject(schema) ? schema : {};
  const reading: Reading = {
    root,
    at,
    skipsCodecs,
    open: new Map(),
    within: new Set(),
    budget: { left: MOST_SCHEMAS },
    read: readPart,
  };
  return readPart(reading, schema, { path: "", name: undefined });
}

function readPart(reading: Reading, schema: unknown, spot: Spot): Form {
  const refuse = (what: string, instead?: string): Error => refusal(reading, spot.path, what, instead);
  reading.budget.left -= 1;
  if (reading.budget.left < 0) throw refuse("more than 20,000 schemas", "Make the schema smaller.");
  if (schema === false) throw refuse("a value that never is", "Leave it out.");
  if (schema === true) throw refuse(ANYTHING, DECLARE);
  if (!isPlainObject(schema)) throw refuse("something that is no JSON Schema");
  if (reading.skipsCodecs && schema[CODEC] === true) return { kind: "json", codec: true };
  const record = reading.open.get(schema);
  if (record !== undefined) return { kind: "again", record };
  if (reading.within.size + reading.open.size > DEEPEST) throw refuse("a value that is nested too deep");
  if (reading.within.has(schema)) throw refuse("a value that contains itself, but not as a record", LOOP);
  reading.within.add(schema);
  try {
    const form = readNode(reading, schema, spot);
    return schema[CODEC] === true ? { ...form, codec: true } : form;
  } finally {
    reading.within.delete(schema);
  }
}

// Far more than messages can be nested, and few enough for the stack.
const DEEPEST = 200;

const LOOP = "Let a record contain itself, or use `t.json()`, which holds records of any JSON.";
const REFERENCE = 'Refer to a part of the same schema: `{ $ref: "#/$defs/Name" }`.';
const ANYTHING = "any value";
const DECLARE = "Say what the value is; records of any shape are `t.json()`.";

function readNode(reading: Reading, node: Node, spot: Spot): Form {
  const refuse = (what: string, instead?: string): Error => refusal(reading, spot.path, what, instead);
  const mark = markOf(node);
  if (mark?.is === "refused") throw refuse(mark.what, mark.instead);
  if (node["$ref"] !== undefined) return readReference(reading, node, spot);
  if (mark !== undefined && mark.is !== "enum" && mark.is !== "literal") return { kind: mark.is };
  if (node["nullable"] === true) {
    return readUnion(reading, { anyOf: [without(node, "nullable"), { type: "null" }] }, spot);
  }
  if (node["const"] !== undefined || node["enum"] !== undefined) return readConstants(reading, node, spot);
  if (node["allOf"] !== undefined) return readPart(reading, mergeAll(reading, node, spot), spot);
  if (node["anyOf"] !== undefined || node["oneOf"] !== undefined) return readUnion(reading, node, spot);
  return readType(reading, node, spot);
}

function readReference(reading: Reading, node: Node, spot: Spot): Form {
  const target = resolvePointer(reading.root, node["$ref"]);
  if (target === undefined) throw refusal(reading, spot.path, "a `$ref` that leads nowhere", REFERENCE);
  // What stands beside a reference narrows it or describes it; only the title counts here.
  const title = target["title"] ?? node["title"];
  return readPart(reading, target, typeof title === "string" ? { ...spot, name: title } : spot);
}

function readType(reading: Reading, node: Node, spot: Spot): Form {
  const { type } = node;
  if (Array.isArray(type)) {
    if (type.length === 1) return readPart(reading, { ...node, type: type[0] }, spot);
    return readUnion(reading, { anyOf: type.map((each: unknown) => ({ ...node, type: each })) }, spot);
  }
  switch (type) {
    case "integer":
      return { kind: "int" };
    case "number":
      return { kind: "float" };
    case "string":
    case "boolean":
    case "null":
      return { kind: type };
    case "array":
      return readArray(reading, node, spot);
    case "object":
      return readObject(reading, node, spot);
    case undefined:
      if (node["properties"] !== undefined) return readObject(reading, node, spot);
      if (node["items"] !== undefined || node["prefixItems"] !== undefined)
        return readArray(reading, node, spot);
      throw refusal(reading, spot.path, ANYTHING, DECLARE);
    default:
      throw refusal(
        reading,
        spot.path,
        `a value of the type ${described(type)}, which JSON Schema does not have`,
      );
  }
}

function described(type: unknown): string {
  return typeof type === "string" ? JSON.stringify(type.slice(0, 40)) : typeof type;
}

function readArray(reading: Reading, { items, prefixItems }: Node, spot: Spot): Form {
  if (prefixItems !== undefined || Array.isArray(items))
    throw refusal(reading, spot.path, "a tuple", "Use an object with named fields, or a list of one type.");
  const inside = { ...spot, path: `${spot.path}[]` };
  if (items === undefined) throw refusal(reading, inside.path, ANYTHING, DECLARE);
  return { kind: "list", element: readPart(reading, items, inside) };
}
