import type * as idl from "@flytekit-ts/models/core";

import { SchemaColumnType, SimpleType } from "./idl-enums.js";
import { simpleType } from "./literal-type.js";

/** A literal type, or undefined, for example for a dataset column without a type. */
export type Type = idl.LiteralType | undefined;

type Typed = NonNullable<idl.LiteralType["type"]>;
type Composed = Exclude<Typed["$case"], "simple" | "collectionType" | "mapValueType">;
type Value<K extends Composed> = Extract<Typed, { $case: K }>["value"];

// Literal types may come from other programs. One that was built by hand may lack fields that the generated
// interfaces require, so all fields are read through these functions.

/** The details of a type of this kind; undefined if the type is of another kind. */
export function read<K extends Composed>(type: Type, kind: K): Partial<Value<K>> | undefined {
  if (type?.type?.$case !== kind) return undefined;
  const said: unknown = type.type.value;
  return typeof said === "object" && said !== null ? said : {};
}

/** The value of a repeated field, empty if it is missing. */
export function listOf<T>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? (list as readonly T[]) : [];
}

/** The value of a string field, empty if it is missing. */
export function textOf(text: string | undefined): string {
  return typeof text === "string" ? text : "";
}

/** The number of a simple type; undefined for other types. */
export function simpleOf(type: Type): number | undefined {
  return type?.type?.$case === "simple" ? type.type.value : undefined;
}

/** The type of the elements of a list, or of the values of a map. */
export function elementOf(type: Type, kind: "collectionType" | "mapValueType"): Type {
  return type?.type?.$case === kind ? type.type.value : undefined;
}

/** The variants of a union; undefined for other types. */
export function variantsOf(type: Type): readonly Type[] | undefined {
  const union = read(type, "unionType");
  return union && listOf(union.variants);
}

/** The tag, which distinguishes union variants of the same type. */
export function tagOf(type: Type): string {
  return textOf(type?.structure?.tag);
}

/** A column of a dataset or of its older form, a schema. */
export interface Column {
  readonly name: string;
  readonly type: Type;
  /** The number of the type in a schema, which has its own numbers for types. */
  readonly number?: number | undefined;
}

/** The columns of a dataset or schema. */
export function columnsOf(type: Type): readonly Column[] {
  const schema = read(type, "schema");
  if (schema === undefined) {
    return listOf(read(type, "structuredDatasetType")?.columns).map((column) => {
      return { name: textOf(column?.name), type: column?.literalType };
    });
  }
  return listOf(schema.columns).map((column) => {
    const number = column?.type ?? SchemaColumnType.INTEGER;
    return { name: textOf(column?.name), type: simpleType(OF_COLUMN[number] ?? UNKNOWN), number };
  });
}

const OF_COLUMN: { readonly [column: number]: idl.SimpleType } = {
  [SchemaColumnType.INTEGER]: SimpleType.INTEGER,
  [SchemaColumnType.FLOAT]: SimpleType.FLOAT,
  [SchemaColumnType.STRING]: SimpleType.STRING,
  [SchemaColumnType.BOOLEAN]: SimpleType.BOOLEAN,
  [SchemaColumnType.DATETIME]: SimpleType.DATETIME,
  [SchemaColumnType.DURATION]: SimpleType.DURATION,
};

// For a number that no schema column has: it equals no simple type.
const UNKNOWN = -1 as idl.SimpleType;
