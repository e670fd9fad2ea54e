import type { JsonValue } from "@flytekit-ts/models/json";
import { isReadObject, NumberText, type Read } from "../rows/read-json.js";
import { isObject, memberOf } from "../../messages/json.js";
import type { Described, DescribedField, DescribedRecord } from "./described.js";
import { nameOf } from "./kind-of.js";
import { listOf, membersOf, objectOf, type Source, textOf, within } from "./source.js";

type Describe = (source: Source) => Described;

/** A record: its name, its fields in order, and which have defaults. */
export function describeRecord(source: Source, describe: Describe): DescribedRecord {
  const whole = memberOf(source.type, "metadata") ?? source.schema;
  const definitions = { ...source.definitions, ...objectOf(memberOf(whole, "$defs")) };
  const reference = textOf(memberOf(whole, "$ref"));
  const schema = reference === "" ? whole : definitions[nameOf(reference)];
  // A record in a map whose keys are no strings has no recorded name, and needs none: its values are written alike.
  const name = textOf(memberOf(schema, "title")) || "Record";
  const around = [...(source.around ?? []), name];
  const inner = { ...source, label: undefined, definitions, around };
  const fields = fieldNames(source, schema).map((field) => describeField(field, schema, inner, describe));
  return { kind: "record", name, fields, isRecursive: fields.some(({ type }) => mentions(type, name)) };
}

function describeField(
  name: string,
  schema: JsonValue | undefined,
  source: Source,
  describe: Describe,
): DescribedField {
  const property = within(schema, "properties", name);
  const values = membersOf(source.values, name);
  const type = describe({
    ...source,
    type: within(source.type, "structure", "dataclass_type", name),
    schema: property,
    values,
  });
  const isRequired = schema === undefined || listOf(memberOf(schema, "required")).includes(name);
  if (isRequired) return { name, type: type.kind === "union" ? { ...type, isRequired } : type };
  const value = memberOf(property, "default");
  return { name, type, default: value === undefined ? "made" : { value: readOf(value) } };
}

/** The names in declared order, which the values show; recorded maps are sorted by key. */
function fieldNames({ type, values }: Source, schema: JsonValue | undefined): readonly string[] {
  const properties = objectOf(memberOf(schema, "properties"));
  const recorded = [
    ...Object.keys(properties),
    ...Object.keys(objectOf(within(type, "structure", "dataclass_type"))),
  ];
  const required = listOf(memberOf(schema, "required")).map(textOf);
  const names = new Set([...required, ...recorded]);
  if (schema === undefined && names.size === 0) return keysOf(values);
  const shown = values.filter(isReadObject).find((value) => [...names].every((name) => value.has(name)));
  return shown === undefined ? [...names] : [...shown.keys()].filter((name) => names.has(name));
}

function keysOf(values: readonly Read[]): readonly string[] {
  return [...new Set(values.filter(isReadObject).flatMap((value) => [...value.keys()]))];
}

// A default stands in a Struct, where numbers are floats.
function readOf(json: JsonValue): Read {
  if (typeof json === "number") return new NumberText(Object.is(json, -0) ? "-0.0" : String(json));
  if (Array.isArray(json)) return json.map(readOf);
  if (isObject(json)) return new Map(Object.entries(json).map(([key, each]) => [key, readOf(each)]));
  return json;
}

function mentions(type: Described, name: string): boolean {
  switch (type.kind) {
    case "self":
      return type.name === name;
    case "list":
      return mentions(type.element, name);
    case "map":
    case "keyed":
      return mentions(type.value, name);
    case "union":
      return type.variants.some((variant) => mentions(variant, name));
    case "record":
      return type.fields.some((field) => mentions(field.type, name));
    case "hashed":
    case "annotated":
      return mentions(type.of, name);
    default:
      return false;
  }
}
