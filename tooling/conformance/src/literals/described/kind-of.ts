import { type Read, isReadObject, NumberText } from "../rows/read-json.js";
import { isObject, memberOf } from "../../messages/json.js";
import { SCALAR_KINDS } from "./described.js";
import type { Head } from "./label.js";
import { listOf, objectOf, type Source, textOf, within } from "./source.js";

/** The kind of a type. Labels are believed, unless they name a type of which nothing can be seen in the message. */
export function kindOf(source: Source): Head | "map" | "keyed" | "json" | "binary" | "self" | undefined {
  const head = source.label?.head;
  const seen = seenKind(source);
  if (head === undefined || head === "annotated") return seen;
  // The constants of keys and values are recorded nowhere.
  const isUnknown = source.type === undefined && source.schema === undefined && source.isRefused !== true;
  if (isUnknown && (head === "enum" || head === "choice")) return kindOfValues(source.values);
  if (head === "dict") return dictKind(source, seen);
  // An optional of what the label names.
  if (seen === "union" && !SCALARS.has(head)) return seen;
  // A union of one type is that type.
  return head === "union" || head === "optional" ? (seen ?? "union") : head;
}

const SCALARS: ReadonlySet<string> = new Set(SCALAR_KINDS);

function dictKind({ label }: Source, seen: string | undefined): "map" | "keyed" | "json" {
  const [key, value] = label?.parts ?? [];
  if (value === undefined) return seen === "map" || seen === "keyed" ? seen : "json";
  return key?.head === "str" ? "map" : "keyed";
}

type Seen =
  | Exclude<Head, "optional" | "annotated" | "tuple" | "dict">
  | "map"
  | "keyed"
  | "json"
  | "binary"
  | "self";

function seenKind(source: Source): Seen | undefined {
  if (source.type !== undefined) return kindOfType(source);
  return source.schema === undefined ? kindOfValues(source.values) : kindOfSchema(source);
}

const SIMPLE = {
  NONE: "none",
  INTEGER: "int",
  FLOAT: "float",
  STRING: "str",
  BOOLEAN: "bool",
  DURATION: "duration",
  BINARY: "binary",
  ERROR: "error",
} as const;

function kindOfType(source: Source): Seen | undefined {
  const { type, schema } = source;
  if (within(type, "annotation", "annotations", "literal_values") !== undefined) return "choice";
  if (memberOf(type, "collection_type") !== undefined) return "list";
  if (memberOf(type, "map_value_type") !== undefined) return "map";
  if (memberOf(type, "enum_type") !== undefined) return "enum";
  if (memberOf(type, "union_type") !== undefined) return "union";
  if (memberOf(type, "structured_dataset_type") !== undefined) return "dataset";
  const blob = memberOf(type, "blob");
  if (within(type, "metadata", "python_class_name") === "<class 'bytes'>") return "binary";
  if (blob !== undefined) return memberOf(blob, "dimensionality") === "MULTIPART" ? "directory" : "file";
  const simple = textOf(memberOf(type, "simple"));
  if (simple === "DATETIME") return timeKind(source);
  if (simple !== "STRUCT") return SIMPLE[simple as keyof typeof SIMPLE];
  const own = memberOf(type, "metadata") ?? schema;
  if (own !== undefined) return kindOfSchema({ ...source, schema: own });
  return Object.keys(objectOf(within(type, "structure", "dataclass_type"))).length > 0 ? "record" : "json";
}

// The literal type of a date is that of a datetime; its values, its schema and its tag are not.
function timeKind({ values, schema, type }: Source): "date" | "datetime" {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length > 0) return texts.every((text) => /^\d{4}-\d\d-\d\d$/.test(text)) ? "date" : "datetime";
  const format = memberOf(schema, "format");
  if (format !== undefined) return format === "date" ? "date" : "datetime";
  return within(type, "structure", "tag") === "date" ? "date" : "datetime";
}

const BY_TYPE = {
  string: "str",
  integer: "int",
  boolean: "bool",
  null: "none",
  array: "list",
} as const;

function kindOfSchema(source: Source): Seen | undefined {
  const { schema, around = [] } = source;
  const reference = textOf(memberOf(schema, "$ref"));
  if (reference !== "") return around.includes(nameOf(reference)) ? "self" : "record";
  if (memberOf(schema, "anyOf") !== undefined) return "union";
  if (memberOf(schema, "const") !== undefined) return "choice";
  const constants = memberOf(schema, "enum");
  if (constants !== undefined)
    return listOf(constants).every((each) => typeof each === "string") ? "enum" : "choice";
  const [type, format] = [textOf(memberOf(schema, "type")), memberOf(schema, "format")];
  if (type === "number") return format === "time-delta" ? "duration" : "float";
  if (type === "string" && format === "base64") return "binary";
  if (type === "string" && (format === "date" || format === "date-time"))
    return format === "date" ? "date" : "datetime";
  return type === "object" ? kindOfObject(source) : BY_TYPE[type as keyof typeof BY_TYPE];
}

// In records flytekit describes these by the fields that their Python classes have.
const CLASSES: Readonly<Record<string, readonly [Seen, field: string]>> = {
  FlyteFile: ["file", "path"],
  FlyteDirectory: ["directory", "path"],
  StructuredDataset: ["dataset", "uri"],
};

function kindOfObject({ schema }: Source): Seen {
  const title = textOf(memberOf(schema, "title"));
  const [kind, field = ""] = (Object.hasOwn(CLASSES, title) ? CLASSES[title] : undefined) ?? [];
  if (kind !== undefined && within(schema, "properties", field) !== undefined) return kind;
  if (title !== "") return "record";
  const key = within(schema, "propertyNames", "type");
  if (key === undefined && !isObject(memberOf(schema, "additionalProperties"))) return "json";
  return key === undefined || (key === "string" && within(schema, "propertyNames", "format") === undefined)
    ? "map"
    : "keyed";
}

/** The name at the end of a reference. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

// The values of a map whose keys are no strings are described nowhere.
function kindOfValues(values: readonly Read[]): Seen | undefined {
  const kinds = new Set(values.filter((value) => value !== null).map(kindOfValue));
  if (kinds.size !== 1) return kinds.size === 0 ? "none" : undefined;
  const [kind] = kinds;
  return values.includes(null) ? "union" : kind;
}

function kindOfValue(value: Read): Seen | undefined {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (value instanceof NumberText) return value.isInt ? "int" : "float";
  if (!isReadObject(value)) return "list";
  if (value.has("$float")) return "float";
  if (value.has("$bytes")) return "binary";
  return value.has("$map") ? "keyed" : "record";
}
