import type { JsonSchema } from "@flytekit-ts/core/types";
import { isSchema, referenced, type SchemaShape, shapeOf, variantsOf } from "./schema-shape.js";

// A record may contain itself.
const DEEPEST = 4;

/** The type that a schema describes, in the words of the types that people know: `list of int`, `datetime, or none`. */
export function schemaWords(given: JsonSchema, root: JsonSchema, depth = 0): string {
  if (depth > DEEPEST) return "...";
  const schema = referenced(given, root);
  const variants = variantsOf(schema);
  if (variants !== undefined) {
    const others = variants.filter(({ type }) => type !== "null");
    const names = others.map((each) => schemaWords(each, root, depth + 1)).join(" or ");
    return others.length < variants.length ? `${names}, or none` : names;
  }
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => JSON.stringify(value)).join(" or ");
  const { type, items, title, additionalProperties } = schema;
  if (type === "array")
    return `list of ${isSchema(items) ? schemaWords(items, root, depth + 1) : "anything"}`;
  if (type !== "object") return formatWords(schema) ?? SIMPLE[typeName(schema)] ?? "anything";
  if (typeof title === "string") return FILES[title] ?? `record ${title}`;
  return isSchema(additionalProperties)
    ? `map of ${schemaWords(additionalProperties, root, depth + 1)}`
    : "record of any fields";
}

/** What a string or a number means for Flyte: its format. */
export function formatWords({ format, type }: JsonSchema): "datetime" | "date" | "duration" | undefined {
  if (type === "string" && format === "date-time") return "datetime";
  if (type === "string" && format === "date") return "date";
  return type === "number" && format === "time-delta" ? "duration" : undefined;
}

const SIMPLE: Readonly<Record<string, string>> = {
  integer: "int",
  number: "float",
  string: "string",
  boolean: "boolean",
  null: "none",
};
const FILES: Readonly<Record<string, string>> = { FlyteFile: "file", FlyteDirectory: "directory" };

/** An object that fits, as JSON: with the fields that it has to have, or else the first. */
export function shapeExample({ properties, required, root }: SchemaShape, depth = 0): string {
  const shown = [...properties].filter(([name]) => required.has(name));
  const some = shown.length === 0 ? [...properties].slice(0, 1) : shown;
  return `{${some.map(([name, schema]) => `${JSON.stringify(name)}: ${schemaExample(schema, root, depth + 1)}`).join(", ")}}`;
}

function schemaExample(given: JsonSchema, root: JsonSchema, depth: number): string {
  const schema = referenced(given, root);
  if (depth > DEEPEST) return "null";
  const [first] = (variantsOf(schema) ?? []).filter(({ type }) => type !== "null");
  if (first !== undefined) return schemaExample(first, root, depth + 1);
  if (Array.isArray(schema["enum"])) return JSON.stringify(schema["enum"][0] ?? null);
  const { type, items, additionalProperties } = schema;
  if (type === "array") return `[${isSchema(items) ? schemaExample(items, root, depth + 1) : ""}]`;
  const shape = type === "object" ? shapeOf(schema, root) : undefined;
  if (shape !== undefined) return shapeExample(shape, depth);
  if (type === "object")
    return isSchema(additionalProperties)
      ? `{"key": ${schemaExample(additionalProperties, root, depth + 1)}}`
      : "{}";
  return EXAMPLES[formatWords(schema) ?? typeName(schema)] ?? "null";
}

const EXAMPLES: Readonly<Record<string, string>> = {
  integer: "5",
  number: "1.5",
  string: '"text"',
  boolean: "true",
  datetime: '"2024-05-31T12:00:00Z"',
  date: '"2024-05-31"',
  duration: '"90s"',
};

function typeName({ type }: JsonSchema): string {
  return typeof type === "string" ? type : "";
}
