import * as errors from "../../errors.js";
import { assertVariableName } from "../../options/names.js";
import { isPlainObject, isWellFormed, segmentOf } from "../../words/plain-object.js";
import { upperFirst } from "../../words/upper-first.js";
import type { FieldForm, Form, RecordForm } from "./form.js";
import { hasCodec } from "./has-codec.js";
import { type Node, ONE_NONE, placeIn, type Reading, refusal, type Spot } from "./reading.js";

/** What an object schema describes: a record with fields, a map of one type, or an untyped record. */
export function readObject(reading: Reading, node: Node, spot: Spot): Form {
  const { properties, additionalProperties: more } = node;
  if (properties !== undefined && !isPlainObject(properties))
    throw refusal(reading, spot.path, "`properties` that are no object");
  const keys = Object.keys(properties ?? {});
  const value = valuesOf(reading, node, spot);
  if (keys.length > 0 && isPlainObject(properties)) {
    if (value !== undefined)
      throw refusal(
        reading,
        spot.path,
        "a record with more fields than it names",
        "Name all fields, or use a record of one type.",
      );
    return readRecord(reading, node, spot);
  }
  if (isAnything(value)) return { kind: "json" };
  if (value !== undefined)
    return { kind: "map", value: reading.read(reading, value, { ...spot, path: `${spot.path}[]` }) };
  return properties === undefined && more === undefined ? { kind: "json" } : readRecord(reading, node, spot);
}

/** The schema of the values of other keys than the named ones; undefined if there are none, or none is spoken of. */
function valuesOf(reading: Reading, node: Node, spot: Spot): unknown {
  const { patternProperties: patterns, additionalProperties: more } = node;
  if (patterns === undefined) return more === false ? undefined : more;
  const entries = isPlainObject(patterns) ? Object.entries(patterns) : [];
  const [first, ...others] = entries;
  // How TypeBox writes a record with any string as key.
  if (first !== undefined && others.length === 0 && /^\^(\(\.\*\)|\.\*)\$$/.test(first[0])) return first[1];
  throw refusal(reading, spot.path, "keys that follow a pattern", "Use a record with any string as key.");
}

function isAnything(schema: unknown): boolean {
  return schema === true || (isPlainObject(schema) && Object.keys(schema).length === 0);
}

function readRecord(reading: Reading, node: Node, spot: Spot): Form {
  const fields = new Map<string, FieldForm>();
  const record: RecordForm = { kind: "record", title: titleOf(reading, node, spot), fields };
  reading.open.set(node, record);
  // A list around this record may also be inside it: the record stands between them.
  const inner = { ...reading, within: new Set<Node>() };
  try {
    for (const [key, schema] of Object.entries((node["properties"] ?? {}) as Node)) {
      const path = `${spot.path}${segmentOf(key)}`;
      assertVariableName(key, placeIn(reading.at, spot.path));
      const inside = { path, name: `${record.title}${upperFirst(key)}` };
      fields.set(key, readField(inner, schema, { spot: inside, isRequired: requires(node, key) }));
    }
  } finally {
    reading.open.delete(node);
  }
  return record;
}

function titleOf(reading: Reading, { title }: Node, { path, name }: Spot): string {
  const given = title ?? name;
  if (given === undefined)
    throw refusal(
      reading,
      path,
      "a record without a name",
      'Give it a title: `.meta({ title: "Person" })` in zod, again after `.extend` or `.pick`, which drop it; docs/guide/schema-libraries.md has the other libraries.',
    );
  if (typeof given !== "string" || given === "" || !isWellFormed(given))
    throw errors.STRUCT_NAME_INVALID({ name: given });
  return given;
}

function requires({ required }: Node, key: string): boolean {
  return Array.isArray(required) && required.includes(key);
}

interface Field {
  readonly spot: Spot;
  readonly isRequired: boolean;
}

function readField(reading: Reading, schema: unknown, { spot, isRequired }: Field): FieldForm {
  const form = reading.read(reading, schema, spot);
  if (isRequired) return { form, isRequired };
  const json: unknown = isPlainObject(schema) ? schema["default"] : undefined;
  // The default of a codec is a converted value. A missing one stays missing, and the schema gives the default.
  if (json !== undefined && !hasCodec(form)) return { form, isRequired, default: { json } };
  if (form.kind === "undefined" || (form.kind === "optional" && form.none === undefined))
    return { form, isRequired };
  if (form.kind === "null" || form.kind === "optional")
    throw refusal(reading, spot.path, "null beside undefined", ONE_NONE);
  return { form: { kind: "optional", inner: form, none: undefined }, isRequired };
}
