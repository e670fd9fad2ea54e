import type * as idl from "@flytekit-ts/models/core";

import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "./literal-type.js";

type Type = NonNullable<idl.LiteralType["type"]>;
type Schema = Extract<Type, { $case: "schema" }>;
type Dataset = Extract<Type, { $case: "structuredDatasetType" }>;
type Castable = (from: idl.LiteralType, to: idl.LiteralType) => boolean;

// The only format that schemas have.
const PARQUET = "parquet";

/**
 * Whether the backend takes a value of type `from` for a structured dataset or for its older form, a schema.
 *
 * Formats are compared where both sides name one, columns where both sides have some: those that are wanted
 * must be among those that are there.
 */
export function isDatasetCastable(from: idl.LiteralType, to: Schema | Dataset, castable: Castable): boolean {
  const source = from.type;
  if (source?.$case !== "schema" && source?.$case !== "structuredDatasetType") {
    // A dataset may be missing.
    return (
      to.$case === "structuredDatasetType" && source?.$case === "simple" && source.value === SimpleType.NONE
    );
  }
  const [columns, wanted] = [columnsOf(source), columnsOf(to)];
  if (!isFormatCastable(source, to)) return false;
  if (columns.size === 0 || wanted.size === 0) return true;
  return [...wanted].every(([name, type]) => {
    const column = columns.get(name);
    return column !== undefined && castable(column, type);
  });
}

function isFormatCastable(from: Schema | Dataset, to: Schema | Dataset): boolean {
  const [source, wanted] = [formatOf(from), formatOf(to)];
  return source === "" || wanted === "" || source === wanted;
}

function formatOf(type: Schema | Dataset): string {
  return type.$case === "schema" ? PARQUET : type.value.format.toLowerCase();
}

function columnsOf(type: Schema | Dataset): ReadonlyMap<string, idl.LiteralType> {
  if (type.$case === "schema") {
    return new Map(type.value.columns.map(({ name, type: column }) => [name, simpleType(KINDS[column])]));
  }
  const { columns } = type.value;
  return new Map(
    columns.flatMap(({ name, literalType }) => (literalType === undefined ? [] : [[name, literalType]])),
  );
}

// By the number of the column's type in the IDL.
const KINDS = [
  SimpleType.INTEGER,
  SimpleType.FLOAT,
  SimpleType.STRING,
  SimpleType.BOOLEAN,
  SimpleType.DATETIME,
  SimpleType.DURATION,
] as const;
