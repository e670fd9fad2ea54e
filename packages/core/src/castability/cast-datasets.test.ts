import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { dataset, enumOf, FLOAT, INT, list, NONE, schemaOf, STRING, tag } from "../../test/support/types.js";
import { castability } from "./castability.js";

type Case = readonly [what: string, from: idl.LiteralType, to: idl.LiteralType, isCastable: boolean];

function check(_what: string, from: idl.LiteralType, to: idl.LiteralType, isCastable: boolean): void {
  expect(castability(from, to)).toBe(isCastable ? "castable" : "not-castable");
}

describe("castDataset", () => {
  it.each<Case>([
    ["any format where none is named", dataset("csv"), dataset(""), true],
    ["no format where one is named", dataset(""), dataset("csv"), true],
    ["formats without regard to case", dataset("CSV"), dataset("csv"), true],
    ["no other format", dataset("csv"), dataset("parquet"), false],
    ["more columns than wanted", dataset("", { a: INT, b: FLOAT }), dataset("", { b: FLOAT }), true],
    ["no fewer columns", dataset("", { a: INT }), dataset("", { a: INT, b: FLOAT }), false],
    ["no column of another type", dataset("", { a: INT }), dataset("", { a: FLOAT }), false],
    ["no name in another case", dataset("", { a: INT }), dataset("", { A: INT }), false],
    ["columns that fit", dataset("", { a: list(NONE) }), dataset("", { a: list(INT) }), true],
    ["an enum for a string in a column", dataset("", { a: enumOf("x") }), dataset("", { a: STRING }), true],
    ["any columns where none are wanted", dataset("", { a: INT }), dataset(""), true],
    ["no columns where some are wanted", dataset(""), dataset("", { a: INT }), true],
    ["a column of any name", dataset("", { ["__proto__"]: INT }), dataset("", { ["__proto__"]: INT }), true],
    [
      "no other column for one of any name",
      dataset("", { a: INT }),
      dataset("", { constructor: INT }),
      false,
    ],
    ["none", NONE, dataset("parquet"), true],
    ["no integer", INT, dataset(""), false],
  ])("takes %s", check);

  it.each<Case>([
    ["for parquet", schemaOf({ a: "INTEGER" }), dataset("Parquet", { a: INT }), true],
    ["where no format is named", schemaOf({ a: "INTEGER" }), dataset("", { a: INT }), true],
    ["for no other format", schemaOf(), dataset("csv"), false],
    ["with no other column", schemaOf({ a: "FLOAT" }), dataset("", { a: INT }), false],
    ["with no string for an enum", schemaOf({ a: "STRING" }), dataset("", { a: enumOf("x") }), false],
    ["where no columns are wanted", schemaOf({ a: "FLOAT" }), dataset(""), true],
  ])("takes a schema %s", check);

  it.each<Case>([
    ["a schema with more columns", schemaOf({ a: "INTEGER", b: "FLOAT" }), schemaOf({ b: "FLOAT" }), true],
    ["no schema with fewer", schemaOf({ b: "FLOAT" }), schemaOf({ a: "INTEGER", b: "FLOAT" }), false],
    ["no schema with another column", schemaOf({ a: "INTEGER" }), schemaOf({ a: "FLOAT" }), false],
    ["a dataset of parquet", dataset("PARQUET", { a: INT }), schemaOf({ a: "INTEGER" }), true],
    ["a dataset with tagged columns", dataset("", { a: tag(INT, "x") }), schemaOf({ a: "INTEGER" }), true],
    [
      "no dataset with an enum for a string",
      dataset("", { a: enumOf("x") }),
      schemaOf({ a: "STRING" }),
      false,
    ],
    ["no dataset of another format", dataset("csv"), schemaOf(), false],
    ["no none", NONE, schemaOf(), false],
  ])("takes %s for a schema", check);

  it("takes the last of two columns with one name, as the backend does", () => {
    const twice = dataset("", { a: INT });
    const columns = [
      { name: "a", literalType: FLOAT },
      { name: "a", literalType: INT },
    ];
    if (twice.type?.$case === "structuredDatasetType") twice.type.value.columns = columns;
    expect(castability(twice, dataset("", { a: INT }))).toBe("castable");
    expect(castability(twice, dataset("", { a: FLOAT }))).toBe("not-castable");
  });

  it("sees the backend crash over a column without a type, unless it stops before", () => {
    const untyped = dataset("", { a: undefined });
    expect(castability(dataset("", { a: INT }), untyped)).toBe("crashes-backend");
    expect(castability(untyped, dataset("", { a: INT }))).toBe("crashes-backend");
    expect(castability(untyped, dataset("", { a: list(INT) }))).toBe("not-castable");
    expect(castability(dataset("", { b: INT }), untyped)).toBe("not-castable");
  });
});
