import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  BOOLEAN,
  enumOf,
  FLOAT,
  INTEGER,
  listOf,
  mapOf,
  NONE,
  recordOf,
  STRING,
  STRUCT,
  type,
  unionOf,
} from "../../test/support/idl-messages.js";
import { describeType } from "./describe-type.js";

const simple = (value: number) => type({ $case: "simple", value: value as idl.SimpleType });

describe("describeType", () => {
  it.each([
    [NONE, "none"],
    [INTEGER, "integer"],
    [FLOAT, "float"],
    [STRING, "string"],
    [BOOLEAN, "boolean"],
    [simple(idl.SimpleType.DATETIME), "datetime"],
    [simple(idl.SimpleType.DURATION), "duration"],
    [simple(idl.SimpleType.BINARY), "binary"],
    [simple(idl.SimpleType.ERROR), "Flyte error"],
    [simple(99), "unknown"],
    [STRUCT, "record"],
    [{ ...STRUCT, metadata: { title: "Person" } }, "record Person"],
    [{ ...STRUCT, metadata: { title: 3 } }, "record"],
    [recordOf({ a: INTEGER, b: STRING }), "record { a, b }"],
    [{ ...recordOf({ a: INTEGER }), metadata: { title: "P" } }, "record P { a }"],
    [listOf(mapOf(INTEGER)), "list of map of integer"],
    [enumOf("a", 'b"'), 'one of "a", "b\\""'],
    [unionOf(INTEGER, NONE), "optional integer"],
    [unionOf(NONE, listOf(STRING)), "optional list of string"],
    [unionOf(INTEGER, STRING), "union of integer, string"],
    [unionOf(INTEGER, STRING, NONE), "union of integer, string, none"],
    [unionOf(INTEGER), "union of integer"],
    [unionOf(NONE, NONE), "union of none, none"],
    [type({ $case: "blob", value: idl.BlobType.create({}) }), "file"],
    [type({ $case: "blob", value: idl.BlobType.create({ format: "csv" }) }), "file (csv)"],
    [type({ $case: "structuredDatasetType", value: idl.StructuredDatasetType.create({}) }), "dataset"],
    [type({ $case: "schema", value: idl.SchemaType.create({}) }), "schema"],
    [type(undefined), "nothing"],
    [undefined, "nothing"],
  ] as const)("says what %j is", (given, words) => {
    expect(describeType(given)).toBe(words);
  });

  it("stays short where the type is deep or wide", () => {
    const nested = (depth: number): idl.LiteralType => (depth === 0 ? INTEGER : listOf(nested(depth - 1)));
    expect(describeType(nested(6))).toBe(`${"list of ".repeat(6)}integer`);
    expect(describeType(nested(7))).toBe(`${"list of ".repeat(7)}...`);
    expect(describeType(enumOf(..."abcdefgh"))).toBe('one of "a", "b", "c", "d", "e", "f", "g", "h"');
    expect(describeType(enumOf(..."abcdefghi"))).toBe('one of "a", "b", "c", "d", "e", "f", "g", "h", ...');
    expect(describeType(nested(10_000))).toHaveLength(59);
  });
});
