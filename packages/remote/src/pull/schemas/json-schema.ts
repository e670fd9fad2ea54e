import { isPlainObject } from "@flytekit-ts/core/types";

/** A JSON Schema as it comes from a cluster: of anyone's making. */
export type Schema = { readonly [keyword: string]: unknown };

/** A keyword of a schema. Not with a dot: a schema that a cluster sends may lack any, or have what objects inherit. */
export function keyword(schema: Schema | undefined, name: string): unknown {
  return schema !== undefined && Object.hasOwn(schema, name) ? schema[name] : undefined;
}

/** A keyword that is a schema; undefined for one that is none. */
export function schemaAt(schema: Schema | undefined, name: string): Schema | undefined {
  return asSchema(keyword(schema, name));
}

/** A value as a schema, if it may be one. What was decoded from a message has no prototype. */
export function asSchema(value: unknown): Schema | undefined {
  return isPlainObject(value) ? value : undefined;
}

/** A keyword that is a text. */
export function textAt(schema: Schema | undefined, name: string): string {
  const value = keyword(schema, name);
  return typeof value === "string" ? value : "";
}

/** A keyword that is a list. */
export function listAt(schema: Schema | undefined, name: string): readonly unknown[] | undefined {
  const value = keyword(schema, name);
  return Array.isArray(value) ? value : undefined;
}

/** The fields of a record: required ones in the order of `required`, then the others by name. A Struct has no order. */
export function fieldsOf(schema: Schema): readonly (readonly [name: string, schema: Schema])[] {
  const properties = schemaAt(schema, "properties") ?? {};
  const names = Object.keys(properties);
  const first = requiredOf(schema).filter((name) => Object.hasOwn(properties, name));
  const required = new Set(first);
  const others = names.filter((name) => !required.has(name)).toSorted();
  return [...required, ...others].map((name) => [name, asSchema(properties[name]) ?? {}]);
}

/** The names of the fields that have to be there. */
export function requiredOf(schema: Schema): readonly string[] {
  return (listAt(schema, "required") ?? []).filter((name) => typeof name === "string");
}
