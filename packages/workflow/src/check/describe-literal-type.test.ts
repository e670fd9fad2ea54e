import { LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { listOf, mapOf, tagged, typeOf, unionOf } from "../../test/support/sound-messages.js";
import { describeLiteralType } from "./describe-literal-type.js";

const int = typeOf("INTEGER");
const none = typeOf("NONE");

describe("describeLiteralType", () => {
  it.each([
    ["NONE", "none"],
    ["INTEGER", "integer"],
    ["FLOAT", "float"],
    ["STRING", "string"],
    ["BOOLEAN", "boolean"],
    ["DATETIME", "datetime"],
    ["DURATION", "duration"],
    ["BINARY", "binary"],
    ["ERROR", "Flyte error"],
    ["STRUCT", "record"],
  ] as const)("has a word for %s", (type, word) => {
    expect(describeLiteralType(typeOf(type))).toBe(word);
  });

  it.each([
    [listOf(int), "list of integer"],
    [mapOf(listOf(none)), "map of list of none"],
    [typeOf(["a", 'b"']), String.raw`one of "a", "b\""`],
    [typeOf([]), "one of "],
    [typeOf(["1", "2", "3", "4", "5", "6"]), 'one of "1", "2", "3", "4", "5", "6"'],
    [typeOf(["1", "2", "3", "4", "5", "6", "7"]), 'one of "1", "2", "3", "4", "5", "6", ...'],
    [typeOf(["x".repeat(100)]), `one of "${"x".repeat(80)}..."`],
    [unionOf(tagged(int, "int"), none), "optional integer"],
    [unionOf(none, int), "none or integer"],
    [unionOf(int, typeOf("STRING"), none), "integer or string or none"],
    [unionOf(int, none, typeOf("STRING")), "integer or none or string"],
    [unionOf(int), "integer"],
    [unionOf(), "nothing"],
    [
      unionOf(int, int, int, int, int, int, int),
      "integer or integer or integer or integer or integer or integer or ...",
    ],
    [LiteralType.create({ type: { $case: "blob", value: {} } }), "blob"],
    [LiteralType.create({ type: { $case: "schema", value: {} } }), "schema"],
    [LiteralType.create({ type: { $case: "structuredDatasetType", value: {} } }), "dataset"],
    [listOf(listOf(listOf(int))), "list of list of list of integer"],
    [listOf(listOf(listOf(listOf(int)))), "list of list of list of list of ..."],
  ])("describes %#", (type, words) => {
    expect(describeLiteralType(type)).toBe(words);
  });

  it.each([
    undefined,
    LiteralType.create(),
    { type: { $case: "simple", value: 99 } },
    { type: { $case: "later", value: {} } },
    {},
  ])("knows nothing of %j", (type) => {
    expect(describeLiteralType(type as never)).toBe("unknown type");
  });

  it("says no more than can be read", () => {
    const long = typeOf(Array.from({ length: 9 }, () => "x".repeat(99)));
    const words = describeLiteralType(unionOf(long, long));
    expect(words).toHaveLength(303);
    expect(words).toMatch(/^one of "x{80}\.\.\.", .*x\.\.\.$/);
    expect(
      describeLiteralType(typeOf(["x".repeat(78), "y".repeat(78), "z".repeat(78), "z".repeat(45)])),
    ).toHaveLength(300);
  });

  it("is content with half a type", () => {
    const half = ($case: string) => ({ type: { $case, value: undefined } }) as unknown as LiteralType;
    expect(
      ["enumType", "unionType", "collectionType", "mapValueType"].map((each) =>
        describeLiteralType(half(each)),
      ),
    ).toEqual(["one of ", "nothing", "list of unknown type", "map of unknown type"]);
  });
});
