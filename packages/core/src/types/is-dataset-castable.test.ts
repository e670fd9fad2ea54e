import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { isCastable } from "./is-castable.js";
import { literalTypeOf, simpleType } from "./literal-type.js";

const INTEGER = simpleType(idl.SimpleType.INTEGER);
const FLOAT = simpleType(idl.SimpleType.FLOAT);

function dataset(format: string, columns: Record<string, idl.LiteralType> = {}): idl.LiteralType {
  const list = Object.entries(columns).map(([name, literalType]) => ({ name, literalType }));
  const value = { columns: list, format, externalSchemaType: "", externalSchemaBytes: new Uint8Array() };
  return literalTypeOf({ $case: "structuredDatasetType", value });
}

function schema(columns: Record<string, idl.SchemaType_SchemaColumn_SchemaColumnType> = {}): idl.LiteralType {
  const list = Object.entries(columns).map(([name, type]) => ({ name, type }));
  return literalTypeOf({ $case: "schema", value: { columns: list } });
}

const { INTEGER: INT_COLUMN, FLOAT: FLOAT_COLUMN } = idl.SchemaType_SchemaColumn_SchemaColumnType;

describe("isDatasetCastable", () => {
  it.each([
    ["any format where none is named", dataset("csv"), dataset(""), true],
    ["formats without regard to case", dataset("CSV"), dataset("csv"), true],
    ["no other format", dataset("csv"), dataset("parquet"), false],
    ["more columns than wanted", dataset("", { a: INTEGER, b: FLOAT }), dataset("", { b: FLOAT }), true],
    ["no fewer columns", dataset("", { a: INTEGER }), dataset("", { a: INTEGER, b: FLOAT }), false],
    ["no column of another type", dataset("", { a: INTEGER }), dataset("", { a: FLOAT }), false],
    ["any columns where one side names none", dataset("", { a: INTEGER }), dataset(""), true],
    ["none", simpleType(idl.SimpleType.NONE), dataset("parquet"), true],
    ["no integer", INTEGER, dataset(""), false],
    ["a schema for parquet", schema({ a: INT_COLUMN }), dataset("Parquet", { a: INTEGER }), true],
    ["no schema for another format", schema(), dataset("csv"), false],
    ["no schema with another column", schema({ a: FLOAT_COLUMN }), dataset("", { a: INTEGER }), false],
  ])("takes %s", (_what, from, to, wanted) => {
    expect(isCastable(from, to)).toBe(wanted);
  });

  it.each([
    [
      "a schema with more columns",
      schema({ a: INT_COLUMN, b: FLOAT_COLUMN }),
      schema({ b: FLOAT_COLUMN }),
      true,
    ],
    ["no schema with another column", schema({ a: INT_COLUMN }), schema({ a: FLOAT_COLUMN }), false],
    ["a dataset of parquet", dataset("parquet", { a: INTEGER }), schema({ a: INT_COLUMN }), true],
    ["no dataset of another format", dataset("csv"), schema(), false],
    ["no none", simpleType(idl.SimpleType.NONE), schema(), false],
  ])("takes %s for a schema", (_what, from, to, wanted) => {
    expect(isCastable(from, to)).toBe(wanted);
  });
});
