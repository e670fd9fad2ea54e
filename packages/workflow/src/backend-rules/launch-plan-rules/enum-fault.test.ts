import type { Literal, LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  chosen,
  int,
  list,
  listOf,
  literalOf,
  map,
  mapOf,
  primitive,
  scalar,
  text,
  typeOf,
  unionOf,
} from "../../../test/support/sound-messages.js";
import { brokenEnum } from "./enum-fault.js";

const ENUM = typeOf(["a", "b"]);
const OTHER = typeOf(["c"]);

describe("brokenEnum", () => {
  it("is the enum that does not have the text", () => {
    expect(brokenEnum(text("c"), ENUM)).toBe(ENUM);
    expect(brokenEnum(text(""), ENUM)).toBe(ENUM);
    expect(brokenEnum(text("a"), ENUM)).toBeUndefined();
    expect(brokenEnum(text("c"), typeOf("STRING"))).toBeUndefined();
  });

  it("is the first in a list or map", () => {
    const pair = unionOf(ENUM, typeOf("INTEGER"));
    expect(brokenEnum(list(int(1n), text("b"), text("c")), listOf(pair))).toBe(ENUM);
    expect(brokenEnum(map({ x: text("b"), y: text("c") }), mapOf(ENUM))).toBe(ENUM);
    expect(brokenEnum(list(text("c")), mapOf(ENUM))).toBeUndefined();
    expect(brokenEnum(map({ x: text("c") }), listOf(ENUM))).toBeUndefined();
  });

  it("is none if the text may belong to two enums", () => {
    expect(brokenEnum(text("d"), unionOf(ENUM, OTHER))).toBeUndefined();
    expect(brokenEnum(text("d"), unionOf(typeOf("INTEGER"), OTHER))).toBe(OTHER);
    expect(brokenEnum(int(1n), unionOf(ENUM, OTHER))).toBeUndefined();
    expect(brokenEnum(literalOf(undefined), unionOf(ENUM))).toBeUndefined();
  });

  it("is that of the chosen variant, whatever was declared", () => {
    expect(brokenEnum(chosen(text("d"), OTHER), ENUM)).toBe(OTHER);
    expect(brokenEnum(chosen(text("d"), typeOf("STRING")), ENUM)).toBeUndefined();
  });

  const half = ($case: string): LiteralType =>
    ({ type: { $case, value: undefined } }) as unknown as LiteralType;
  const none = (value: unknown): Literal => value as Literal;

  it.each<readonly [Literal | undefined, LiteralType | undefined]>([
    [undefined, undefined],
    [undefined, ENUM],
    [text("a"), undefined],
    [text("a"), none({}) as never],
    [none({}), ENUM],
    [literalOf({ $case: "scalar", value: undefined as never }), ENUM],
    [scalar(undefined), ENUM],
    [scalar({ $case: "primitive", value: undefined as never }), ENUM],
    [primitive(undefined), ENUM],
    [scalar({ $case: "union", value: undefined as never }), ENUM],
    [chosen(undefined, undefined), ENUM],
    [literalOf({ $case: "collection", value: undefined as never }), listOf(ENUM)],
    [literalOf({ $case: "map", value: undefined as never }), mapOf(ENUM)],
    [undefined, listOf(ENUM)],
    [undefined, mapOf(ENUM)],
    [text("a"), half("unionType")],
    [list(text("a")), half("collectionType")],
    [map({ x: text("a") }), half("mapValueType")],
  ])("is none where there is no text: %#", (literal, type) => {
    expect(brokenEnum(literal, type)).toBeUndefined();
  });

  it("is an enum without values for any text", () => {
    const empty = half("enumType");
    expect(brokenEnum(text("a"), empty)).toBe(empty);
  });
});
