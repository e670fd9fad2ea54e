import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  BOOLEAN,
  FLOAT,
  INTEGER,
  NONE,
  STRING,
  STRUCT,
  type,
  unionOf,
} from "../../../test/support/idl-messages.js";
import { primitiveType, scalarType } from "./scalar-type.js";

const simple = (value: idl.SimpleType) => type({ $case: "simple", value });
const columns = idl.SchemaType.create({ columns: [{ name: "a" }] });
const dataset = idl.StructuredDatasetType.create({ format: "csv" });

describe("primitiveType", () => {
  it.each([
    [{ $case: "integer", value: 1n }, INTEGER],
    [{ $case: "floatValue", value: 1 }, FLOAT],
    [{ $case: "stringValue", value: "" }, STRING],
    [{ $case: "boolean", value: false }, BOOLEAN],
    [{ $case: "datetime", value: { seconds: 0n, nanos: 0 } }, simple(idl.SimpleType.DATETIME)],
    [{ $case: "duration", value: { seconds: 0n, nanos: 0 } }, simple(idl.SimpleType.DURATION)],
    [undefined, NONE],
  ] as const)("of %o", (value, expected) => {
    expect(primitiveType({ value })).toEqual(expected);
    const scalar = {
      value: { $case: "primitive" as const, value: { value: value as idl.Primitive["value"] } },
    };
    expect(scalarType(scalar)).toEqual(expected);
  });
});

describe("scalarType", () => {
  it.each([
    [{ $case: "noneType", value: {} }, NONE],
    [{ $case: "error", value: idl.Error.create({}) }, simple(idl.SimpleType.ERROR)],
    [{ $case: "generic", value: {} }, STRUCT],
    [{ $case: "binary", value: idl.Binary.create({ tag: "msgpack" }) }, STRUCT],
    [{ $case: "binary", value: idl.Binary.create({ tag: "other" }) }, simple(idl.SimpleType.BINARY)],
    [{ $case: "union", value: idl.Union.create({ type: INTEGER }) }, unionOf(INTEGER)],
    [{ $case: "union", value: idl.Union.create({}) }, unionOf(type(undefined))],
    [
      { $case: "blob", value: idl.Blob.create({ metadata: { type: { format: "csv" } } }) },
      type({ $case: "blob", value: idl.BlobType.create({ format: "csv" }) }),
    ],
    [{ $case: "blob", value: idl.Blob.create({ metadata: {} }) }, type(undefined)],
    [{ $case: "blob", value: idl.Blob.create({}) }, undefined],
    [
      { $case: "schema", value: idl.Schema.create({ type: columns }) },
      type({ $case: "schema", value: columns }),
    ],
    [{ $case: "schema", value: idl.Schema.create({}) }, type(undefined)],
    [
      {
        $case: "structuredDataset",
        value: idl.StructuredDataset.create({ metadata: { structuredDatasetType: dataset } }),
      },
      type({ $case: "structuredDatasetType", value: dataset }),
    ],
    [{ $case: "structuredDataset", value: idl.StructuredDataset.create({ metadata: {} }) }, type(undefined)],
    [{ $case: "structuredDataset", value: idl.StructuredDataset.create({}) }, type(undefined)],
    [undefined, undefined],
  ] as const)("of %o", (value, expected) => {
    expect(scalarType({ value })).toEqual(expected);
  });
});
