import type { JsonSchema } from "@flytekit-ts/core/types";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { NamedType } from "./named-type.js";

/** A record of which only the JSON Schema is known, as that of an entity on a cluster. */
export interface SchemaShape {
  readonly title: string;
  readonly properties: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
  /** The schema that references in it start at. */
  readonly root: JsonSchema;
}

/** What the schema of a record says of its fields; undefined for a type without one. */
export function schemaShape({ literalType, members }: NamedType): SchemaShape | undefined {
  const { metadata } = literalType;
  return members === undefined && isSchema(metadata) ? shapeOf(metadata, metadata) : undefined;
}

/** What a schema says of the fields of an object; undefined if it names none. */
export function shapeOf(schema: JsonSchema, root: JsonSchema): SchemaShape | undefined {
  const { properties, required, title } = referenced(schema, root);
  if (!isPlainObject(properties)) return undefined;
  const fields = Object.entries(properties).filter((entry): entry is [string, JsonSchema] =>
    isSchema(entry[1]),
  );
  const names = Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
  return {
    title: typeof title === "string" ? title : "",
    properties: new Map(fields),
    required: new Set(names),
    root,
  };
}

/** The schema itself, or the one that it refers to. */
export function referenced(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  let found: unknown = root;
  for (const part of $ref.replace(/^#\//, "").split("/"))
    found = isPlainObject(found) && Object.hasOwn(found, part) ? found[part] : undefined;
  return isSchema(found) && !("$ref" in found) ? found : {};
}

/** The schemas of which a value fits one. */
export function variantsOf({ anyOf }: JsonSchema): readonly JsonSchema[] | undefined {
  return Array.isArray(anyOf) ? (anyOf as readonly unknown[]).filter(isSchema) : undefined;
}

/** Whether a value is a schema with keywords. */
export function isSchema(value: unknown): value is JsonSchema {
  return isPlainObject(value);
}
