import type * as idl from "@flytekit-ts/models/core";

import { SchemaColumnType, SimpleType } from "./idl-enums.js";
import { simpleType } from "./literal-type.js";

/** A literal type; a column of a dataset may lack its own. */
export type Type = idl.LiteralType | undefined;

type Typed = NonNullable<idl.LiteralType["type"]>;
type Composed = Exclude<Typed["$case"], "simple" | "collectionType" | "mapValueType">;
type Value<K extends Composed> = Extract<Typed, { $case: K }>["value"];

// Types come from anywhere. One that was built by hand may lack what the generated interfaces promise, so
// everything is read through these.

/** What a type of this kind says about itself; undefined if it is of another kind. */
export function read<K extends Composed>(type: Type, kind: K): Partial<Value<K>> | undefined {
  if (type?.type?.$case !== kind) return undefined;
  const said: unknown = type.type.value;
  return typeof said === "object" && said !== null ? said : {};
}

/** A repeated field. */
export function listOf<T>(list: readonly T[] | undefined): readonly T[] {
  return Array.isArray(list) ? (list as readonly T[]) : [];
}

/** A text. */
export function textOf(text: string | undefined): string {
  return typeof text === "string" ? text : "";
}

/** The simple type, if it is one. */
export function simpleOf(type: Type): number | undefined {
  return type?.type?.$case === "simple" ? type.type.value : undefined;
}

/** The element of a list, or the value of a map. */
export function elementOf(type: Type, kind: "collectionType" | "mapValueType"): Type {
  return type?.type?.$case === kind ? type.type.value : undefined;
}

/** The variants of a union; undefined if it is none. */
export function variantsOf(type: Type): readonly Type[] | undefined {
  const union = read(type, "unionType");
  return union && listOf(union.variants);
}

/** The tag, by which types of one shape are told apart. */
export function tagOf(type: Type): string {
  return textOf(type?.structure?.tag);
}

/** A column of a dataset or of its older form, a schema. */
export interface Column {
  readonly name: string;
  readonly type: Type;
  /** How a schema numbers the type. */
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

// A number that no schema has by now is like no simple type.
const UNKNOWN = -1 as idl.SimpleType;
