import { type Literal, LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  chosen,
  datetime,
  float,
  int,
  list,
  listOf,
  literalOf,
  map,
  mapOf,
  none,
  primitive,
  scalar,
  tagged,
  text,
  typeOf,
  unionOf,
} from "../../../test/support/sound-messages.js";
import { literalTypeOf } from "./literal-type-of.js";

const INT = typeOf("INTEGER");
const STRING = typeOf("STRING");
const NONE = typeOf("NONE");
const UNKNOWN = LiteralType.create();

const blobType = { format: "csv", dimensionality: 1 } as const;
const schemaType = { columns: [{ name: "a", type: 0 }] } as const;
const datasetType = {
  columns: [],
  format: "parquet",
  externalSchemaType: "",
  externalSchemaBytes: new Uint8Array(),
};

describe("literalTypeOf a scalar", () => {
  it.each<readonly [string, Literal, LiteralType]>([
    ["an integer", int(1n), INT],
    ["a float", float(1), typeOf("FLOAT")],
    ["a text", text("a"), STRING],
    ["a boolean", primitive({ $case: "boolean", value: true }), typeOf("BOOLEAN")],
    ["a datetime", datetime(0n), typeOf("DATETIME")],
    ["a duration", primitive({ $case: "duration", value: { seconds: 1n, nanos: 0 } }), typeOf("DURATION")],
    ["a primitive of nothing", primitive(undefined), NONE],
    ["a primitive of a kind to come", primitive({ $case: "__proto__", value: 1 } as never), NONE],
    ["none", none(), NONE],
    ["an error", scalar({ $case: "error", value: { failedNodeId: "", message: "" } }), typeOf("ERROR")],
    ["a Struct", scalar({ $case: "generic", value: { a: 1 } }), typeOf("STRUCT")],
    [
      "MessagePack",
      scalar({ $case: "binary", value: { value: new Uint8Array(), tag: "msgpack" } }),
      typeOf("STRUCT"),
    ],
    ["bytes", scalar({ $case: "binary", value: { value: new Uint8Array(), tag: "" } }), typeOf("BINARY")],
    [
      "other bytes",
      scalar({ $case: "binary", value: { value: new Uint8Array(), tag: "json" } }),
      typeOf("BINARY"),
    ],
    [
      "a file",
      scalar({ $case: "blob", value: { uri: "", metadata: { type: blobType } } }),
      LiteralType.create({ type: { $case: "blob", value: blobType } }),
    ],
    [
      "a file that does not say what it is",
      scalar({ $case: "blob", value: { uri: "", metadata: { type: undefined } } }),
      UNKNOWN,
    ],
    [
      "a schema",
      scalar({ $case: "schema", value: { uri: "", type: schemaType as never } }),
      LiteralType.create({ type: { $case: "schema", value: schemaType as never } }),
    ],
    ["a schema without columns", scalar({ $case: "schema", value: { uri: "", type: undefined } }), UNKNOWN],
    [
      "a dataset",
      scalar({
        $case: "structuredDataset",
        value: { uri: "", metadata: { structuredDatasetType: datasetType } },
      }),
      LiteralType.create({ type: { $case: "structuredDatasetType", value: datasetType } }),
    ],
    [
      "a dataset that does not say what it is",
      scalar({ $case: "structuredDataset", value: { uri: "", metadata: undefined } }),
      UNKNOWN,
    ],
    ["a chosen variant", chosen(int(1n), tagged(INT, "int")), unionOf(tagged(INT, "int"))],
    ["a variant of no type", chosen(int(1n), undefined), unionOf(UNKNOWN)],
  ])("is that of %s", (_, literal, type) => {
    expect(literalTypeOf(literal)).toEqual(type);
  });

  it.each([
    undefined,
    null,
    {},
    literalOf(undefined),
    scalar(undefined),
    scalar({ $case: "blob", value: { uri: "", metadata: undefined } }),
    literalOf({ $case: "scalar", value: undefined as never }),
    literalOf({ $case: "later", value: 1 } as never),
    scalar({ $case: "later", value: 1 } as never),
    scalar({ $case: "blob", value: undefined as never }),
  ])("is none where the backend has none: %#", (literal) => {
    expect(literalTypeOf(literal as never)).toBeUndefined();
  });

  it.each(["primitive", "binary", "schema", "structuredDataset", "union"])(
    "takes half a %s for one",
    ($case) => {
      expect(() => literalTypeOf(scalar({ $case, value: undefined } as never))).not.toThrow();
    },
  );

  it("is the one that an offloaded value comes with", () => {
    const offloaded = (inferredType: LiteralType | undefined): Literal =>
      literalOf({ $case: "offloadedMetadata", value: { uri: "s3://b", sizeBytes: 1n, inferredType } });
    expect(literalTypeOf(offloaded(listOf(INT)))).toEqual(listOf(INT));
    expect(literalTypeOf(offloaded(undefined))).toBeUndefined();
    expect(
      literalTypeOf(literalOf({ $case: "offloadedMetadata", value: undefined as never })),
    ).toBeUndefined();
  });
});

describe("literalTypeOf lists and maps", () => {
  it.each<readonly [string, Literal, LiteralType]>([
    ["the type that all share", list(int(1n), int(2n)), listOf(INT)],
    ["of nothing", list(), listOf(NONE)],
    ["a union of what there is", list(int(1n), text("a"), int(2n)), listOf(unionOf(INT, STRING))],
    [
      "unions of what was chosen",
      list(chosen(int(1n), INT), chosen(text("a"), STRING)),
      listOf(unionOf(unionOf(INT), unionOf(STRING))),
    ],
    [
      "one union where the same was chosen",
      list(chosen(int(1n), INT), chosen(int(2n), INT)),
      listOf(unionOf(INT)),
    ],
    ["something unknown", list(literalOf(undefined)), listOf(UNKNOWN)],
    [
      "something unknown beside an integer",
      list(int(1n), literalOf(undefined)),
      listOf(unionOf(INT, UNKNOWN)),
    ],
    ["lists of one type", list(list(int(1n)), list(int(2n))), listOf(listOf(INT))],
    ["an empty list", list(list()), listOf(listOf(NONE))],
    ["empty lists", list(list(), list()), listOf(listOf(NONE))],
    ["an empty list among others", list(list(), list(int(1n)), list()), listOf(listOf(INT))],
    ["an empty list beside an integer", list(list(), int(1n)), listOf(INT)],
    [
      "lists of two types",
      list(list(int(1n)), list(text("a"))),
      listOf(unionOf(listOf(INT), listOf(STRING))),
    ],
    [
      "lists of what was chosen",
      list(list(chosen(int(1n), INT)), list(chosen(text("a"), STRING))),
      listOf(listOf(unionOf(INT, STRING))),
    ],
    [
      "a list of several beside one of a single type",
      list(list(int(1n), text("a")), list(float(1))),
      listOf(listOf(unionOf(INT, STRING, listOf(typeOf("FLOAT"))))),
    ],
    [
      "an empty map among others",
      list(map({}), map({ a: int(1n) })),
      listOf(unionOf(mapOf(NONE), mapOf(INT))),
    ],
  ])("is a list of %s", (_, literal, type) => {
    expect(literalTypeOf(literal)).toEqual(type);
  });

  it("is a map in the same way", () => {
    expect(literalTypeOf(map({}))).toEqual(mapOf(NONE));
    expect(literalTypeOf(map({ a: int(1n), b: int(2n) }))).toEqual(mapOf(INT));
    expect(literalTypeOf(map({ a: int(1n), b: text("a") }))).toEqual(mapOf(unionOf(INT, STRING)));
    expect(literalTypeOf(map({ a: list(), b: list(int(1n)) }))).toEqual(mapOf(listOf(INT)));
  });

  it("takes types for one whose schemas differ in the order of their keys only", () => {
    const record = (metadata: Record<string, unknown>) =>
      LiteralType.create({ ...typeOf("STRUCT"), metadata });
    const [one, other] = [record({ a: { x: 1, y: [1, 2] }, b: 2 }), record({ b: 2, a: { y: [1, 2], x: 1 } })];
    expect(literalTypeOf(list(chosen(none(), one), chosen(none(), other)))).toEqual(listOf(unionOf(other)));
    const third = record({ b: 2, a: { y: [2, 1], x: 1 } });
    expect(literalTypeOf(list(chosen(none(), one), chosen(none(), third)))).toEqual(
      listOf(unionOf(unionOf(one), unionOf(third))),
    );
  });

  it("takes a part that is not there for one that is undefined, and tells fields from values", () => {
    const bare = { type: INT.type } as LiteralType;
    expect(literalTypeOf(list(chosen(none(), INT), chosen(none(), bare)))).toEqual(listOf(unionOf(INT)));
    const fields = (entries: [string, LiteralType][]): LiteralType => ({
      ...INT,
      structure: { tag: "", dataclassType: new Map(entries) },
    });
    const [ab, ba] = [
      fields([
        ["a", INT],
        ["b", STRING],
      ]),
      fields([
        ["b", STRING],
        ["a", INT],
      ]),
    ];
    expect(literalTypeOf(list(chosen(none(), ab), chosen(none(), ba)))).toEqual(listOf(unionOf(ba)));
    const other = fields([
      ["a", STRING],
      ["b", STRING],
    ]);
    expect(literalTypeOf(list(chosen(none(), ab), chosen(none(), other)))).toEqual(
      listOf(unionOf(unionOf(ab), unionOf(other))),
    );
  });

  it("takes half a list or map for an empty one", () => {
    const half = ($case: string) => literalOf({ $case, value: undefined } as never);
    expect(literalTypeOf(half("collection"))).toEqual(listOf(NONE));
    expect(literalTypeOf(half("map"))).toEqual(mapOf(NONE));
    expect(literalTypeOf(list(half("collection"), int(1n)))).toEqual(listOf(INT));
    expect(literalTypeOf(list(undefined as never))).toEqual(listOf(UNKNOWN));
  });

  it("is that of many, too", () => {
    const many = Array.from({ length: 5000 }, (_, i) => (i % 2 === 0 ? int(BigInt(i)) : text(String(i))));
    expect(literalTypeOf(list(...many))).toEqual(listOf(unionOf(INT, STRING)));
  });
});
