import type { Literal, LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { byDefault, fixed, mismatch } from "../../../test/support/plan-values.js";
import {
  chosen,
  datetime,
  float,
  type Found,
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

const INT = typeOf("INTEGER");
const STRING = typeOf("STRING");
const DATETIME = typeOf("DATETIME");
const OPTIONAL = unionOf(tagged(INT, "int"), tagged(typeOf("NONE"), "none"));

describe("a value of a launch plan", () => {
  it.each<readonly [string, Literal, LiteralType]>([
    ["an integer", int(1n), INT],
    ["an integer for an optional", int(1n), OPTIONAL],
    ["none for an optional", none(), OPTIONAL],
    ["a chosen variant", chosen(int(1n), tagged(INT, "int")), OPTIONAL],
    ["no items", list(), listOf(INT)],
    ["no entries", map({}), mapOf(INT)],
    ["an empty list among lists", list(list(), list(int(1n))), listOf(listOf(INT))],
    [
      "a record as MessagePack",
      scalar({ $case: "binary", value: { value: new Uint8Array(), tag: "msgpack" } }),
      typeOf("STRUCT"),
    ],
    ["a record as Struct", scalar({ $case: "generic", value: {} }), typeOf("STRUCT")],
    ["a text of an enum", text("b"), typeOf(["a", "b"])],
    [
      "an offloaded value",
      literalOf({ $case: "offloadedMetadata", value: { uri: "", sizeBytes: 1n, inferredType: INT } }),
      INT,
    ],
    ["the first datetime", datetime(-62_135_596_800n), DATETIME],
    ["the last datetime", datetime(253_402_300_799n, 999_999_999), DATETIME],
    ["a datetime in a list", list(datetime(253_402_300_800n)), listOf(DATETIME)],
  ])("may be %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([]);
    expect(fixed(literal, type)).toEqual([]);
  });

  it.each<readonly [string, Literal, LiteralType, string, string]>([
    ["a float", float(1), INT, "integer", "float"],
    ["an integer", int(1n), typeOf("FLOAT"), "float", "integer"],
    ["a mixed list", list(int(1n), text("a")), listOf(INT), "list of integer", "list of (integer or string)"],
    ["another variant", chosen(int(1n), tagged(INT, "other")), OPTIONAL, "optional integer", "integer"],
    ["none", none(), INT, "integer", "none"],
    ["nothing that is known", scalar(undefined), INT, "integer", "no type"],
    [
      "a list of nothing that is known",
      list(scalar(undefined)),
      listOf(INT),
      "list of integer",
      "list of no type",
    ],
    [
      "none where it is ambiguous",
      none(),
      unionOf(typeOf("NONE"), typeOf("NONE")),
      "union of none with itself",
      "none",
    ],
  ])("may not be %s where the type is another", (_, literal, type, wanted, given) => {
    expect(byDefault(literal, type)).toEqual([mismatch("Default", wanted, given)]);
    expect(fixed(literal, type)).toEqual([mismatch("Fixed", wanted, given)]);
  });

  it("is there", () => {
    expect(byDefault(literalOf(undefined), INT)).toEqual([
      ["PART_MISSING", "Default input in of launch plan lp has no value.", { input: "in" }],
    ]);
    expect(fixed(literalOf(undefined), INT)).toEqual([
      ["PART_MISSING", "Fixed input in of launch plan lp has no value.", { input: "in" }],
    ]);
    expect(fixed(undefined as never, INT)).toHaveLength(1);
    expect(byDefault({ $case: "default", value: undefined as never }, INT)).toHaveLength(1);
  });

  it.each<readonly [string, Literal, LiteralType]>([
    ["the year 10000", datetime(253_402_300_800n), DATETIME],
    ["the year 0", datetime(-62_135_596_801n), DATETIME],
    ["nanoseconds below zero", datetime(0n, -1), DATETIME],
    ["a second of nanoseconds", datetime(0n, 1e9), DATETIME],
    ["half a datetime", primitive({ $case: "datetime", value: { seconds: 0n } as never }), DATETIME],
    ["half a datetime more", primitive({ $case: "datetime", value: { nanos: 0 } as never }), DATETIME],
    ["no datetime at all", primitive({ $case: "datetime", value: undefined as never }), DATETIME],
    ["the year 10000 for an optional", datetime(253_402_300_800n), unionOf(DATETIME, typeOf("NONE"))],
  ])("may not be %s", (_, literal, type) => {
    const wanted = "a datetime of the years 1 to 9999";
    const found = (side: string) => [
      [
        "VALUE_TYPE_MISMATCH",
        `${side} input in of launch plan lp should be ${wanted}, but was no such datetime.`,
        { input: "in", expected: wanted },
      ],
    ];
    expect(byDefault(literal, type)).toEqual(found("default"));
    expect(fixed(literal, type)).toEqual(found("fixed"));
  });

  it.each<readonly [string, Literal]>([
    ["that was chosen", chosen(datetime(0n), DATETIME)],
    [
      "that is stored elsewhere",
      literalOf({ $case: "offloadedMetadata", value: { uri: "", sizeBytes: 1n, inferredType: DATETIME } }),
    ],
  ])("may be a datetime %s, but not by default", (_, literal) => {
    expect(fixed(literal, DATETIME)).toEqual([]);
    expect(byDefault(literal, DATETIME).map(([code]) => code)).toEqual(["VALUE_TYPE_MISMATCH"]);
    expect(byDefault(literal, unionOf(DATETIME, INT))).toEqual([]);
  });

  it("is never shown", () => {
    const secret = text("hunter2");
    const problems = [byDefault(secret, INT), byDefault(secret, typeOf(["a"])), fixed(list(secret), INT)];
    expect(problems.flat()).toHaveLength(3);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  it("may not be deeper than decoders read, nor hold itself", () => {
    let deep = int(1n);
    for (let level = 0; level < 50_000; level += 1) deep = list(deep);
    const problem: readonly Found[] = [
      [
        "MESSAGE_UNREADABLE",
        "The message of launch plan lp cannot be checked: it nests deeper than 500 levels.",
      ],
    ];
    expect(byDefault(deep, listOf(INT))).toEqual(problem);
    expect(fixed(deep, listOf(INT))).toEqual(problem);
    let type = INT;
    for (let level = 0; level < 50_000; level += 1) type = listOf(type);
    expect(byDefault(list(), type)).toEqual(problem);
    expect(byDefault(list(), listOf(INT), type)).toEqual(problem);
    expect(fixed(list(), type)).toEqual(problem);
  });
});

describe("a text for an enum", () => {
  const ENUM = typeOf(["a", "b"]);
  const wrong = text("c");

  it.each<readonly [string, Literal, LiteralType]>([
    ["itself", wrong, ENUM],
    ["in a list", list(text("a"), wrong), listOf(ENUM)],
    ["in a map", map({ x: text("a"), y: wrong }), mapOf(ENUM)],
    ["deeper", map({ x: list(wrong) }), mapOf(listOf(ENUM))],
    ["for an optional", wrong, unionOf(ENUM, typeOf("NONE"))],
    ["in a list of optionals", list(none(), wrong), listOf(unionOf(ENUM, typeOf("NONE")))],
    ["as the variant that was chosen", chosen(wrong, ENUM), unionOf(ENUM, INT)],
    [
      "in a list as the variant that was chosen",
      chosen(list(wrong), listOf(ENUM)),
      unionOf(listOf(ENUM), INT),
    ],
  ])("has to be one of its values: %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([mismatch("Default", 'enum("a", "b")', "another string")]);
    expect(fixed(literal, type)).toEqual([mismatch("Fixed", 'enum("a", "b")', "another string")]);
  });

  it.each<readonly [string, Literal, LiteralType]>([
    ["a value", text("a"), ENUM],
    ["values in a list", list(text("a"), text("b")), listOf(ENUM)],
    ["values in a map", map({ x: text("b") }), mapOf(ENUM)],
    ["none", none(), unionOf(ENUM, typeOf("NONE"))],
    ["a value for an optional", text("b"), unionOf(ENUM, typeOf("NONE"))],
    ["a variant", chosen(text("a"), ENUM), unionOf(ENUM, INT)],
    ["another variant", chosen(int(1n), INT), unionOf(ENUM, INT)],
    ["an integer", int(1n), unionOf(ENUM, INT)],
  ])("may be %s", (_, literal, type) => {
    expect(byDefault(literal, type)).toEqual([]);
    expect(fixed(literal, type)).toEqual([]);
  });

  it("counts where only the workflow says that it is one", () => {
    expect(byDefault(text("a"), STRING, ENUM)).toEqual([]);
    expect(byDefault(wrong, STRING, ENUM)).toEqual([mismatch("Default", 'enum("a", "b")', "another string")]);
    expect(byDefault(wrong, ENUM, STRING)).toEqual([mismatch("Default", 'enum("a", "b")', "another string")]);
  });
});
