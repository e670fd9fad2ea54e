import type * as idl from "@flytekit-ts/models/core";

import { BlobDimensionality, SchemaColumnType, SimpleType } from "../../src/literals/idl-enums.js";
import { literalTypeOf, simpleType, tagged } from "../../src/literals/literal-type.js";

// Types as other programs make them, in the form of messages.

export const NONE = simpleType(SimpleType.NONE);
export const INT = simpleType(SimpleType.INTEGER);
export const FLOAT = simpleType(SimpleType.FLOAT);
export const STRING = simpleType(SimpleType.STRING);
export const BOOLEAN = simpleType(SimpleType.BOOLEAN);
export const STRUCT = simpleType(SimpleType.STRUCT);
export const BINARY = simpleType(SimpleType.BINARY);

/** What has no type at all. */
export const UNTYPED: idl.LiteralType = { ...NONE, type: undefined };

export function list(element: idl.LiteralType): idl.LiteralType {
  return literalTypeOf({ $case: "collectionType", value: element });
}

export function map(value: idl.LiteralType): idl.LiteralType {
  return literalTypeOf({ $case: "mapValueType", value });
}

export function enumOf(...values: string[]): idl.LiteralType {
  return literalTypeOf({ $case: "enumType", value: { values } });
}

export function union(...variants: idl.LiteralType[]): idl.LiteralType {
  return literalTypeOf({ $case: "unionType", value: { variants } });
}

export function optional(type: idl.LiteralType): idl.LiteralType {
  return union(type, NONE);
}

/** The same type with a tag. */
export function tag(type: idl.LiteralType, name: string): idl.LiteralType {
  return tagged(type, name);
}

export function blob(format: string, isMany = false): idl.LiteralType {
  const dimensionality = isMany ? BlobDimensionality.MULTIPART : BlobDimensionality.SINGLE;
  return literalTypeOf({ $case: "blob", value: { format, dimensionality } });
}

export function dataset(
  format: string,
  columns: Record<string, idl.LiteralType | undefined> = {},
): idl.LiteralType {
  const value = {
    columns: Object.entries(columns).map(([name, literalType]) => ({ name, literalType })),
    format,
    externalSchemaType: "",
    externalSchemaBytes: new Uint8Array(),
  };
  return literalTypeOf({ $case: "structuredDatasetType", value });
}

export function schemaOf(columns: Record<string, keyof typeof SchemaColumnType> = {}): idl.LiteralType {
  const value = {
    columns: Object.entries(columns).map(([name, type]) => ({ name, type: SchemaColumnType[type] })),
  };
  return literalTypeOf({ $case: "schema", value });
}

/** A record with this JSON Schema. */
export function recordWith(schema: { readonly [keyword: string]: unknown }): idl.LiteralType {
  return { ...STRUCT, metadata: { ...schema } };
}

/** A record with one field, `v`; records with the same field but other titles are never the very same. */
export function recordOf(title: string, v: unknown, more: Record<string, unknown> = {}): idl.LiteralType {
  return recordWith({ title, type: "object", properties: { v }, required: ["v"], ...more });
}
