import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  inUnion,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
} from "../../test/support/convert.js";
import { literalOf } from "../literals/literal.js";
import { t } from "../makers/t.js";

const ints = t.list(t.int());
const nested = t.list(t.list(t.struct("P", { x: t.int() })));

describe("listTransformer", () => {
  it.each([[[]], [[1, 2, 3]], [Array.from({ length: 20 }, (_, i) => i)]])("keeps %j", (value) => {
    expect(roundTrip(ints, value)).toEqual(value);
    expect(roundTripPacked(ints, value)).toEqual(value);
  });

  it("names the place of what is wrong, however deep", () => {
    const value = [[], [{ x: 1 }, { x: 1.5 }]];
    const text = "VALUE_TYPE_MISMATCH: [1][1].x should be integer, but was the number 1.5.";
    expect(refusal(() => toLiteral(nested, value))).toBe(text);
    expect(refusal(() => roundTripPacked(nested, value))).toBe(text);
    expect(refusal(() => fromLiteral(ints, packed("92 01 a1 78")))).toBe(
      "VALUE_TYPE_MISMATCH: [1] should be integer, but was a MessagePack string.",
    );
  });

  it.each([
    [[1, undefined], "nothing"],
    [[1, null], "null"],
    [[1, [2]], "an array"],
  ])("refuses %j", (value, words) => {
    expect(refusal(() => toLiteral(ints, value))).toBe(
      `VALUE_TYPE_MISMATCH: [1] should be integer, but was ${words}.`,
    );
  });

  it("refuses a hole: it is no value", () => {
    const sparse: number[] = [1];
    sparse[2] = 3;
    expect(refusal(() => toLiteral(ints, sparse))).toMatch(
      /^VALUE_TYPE_MISMATCH: \[1\] should be integer, but was nothing/,
    );
  });

  it.each([
    ["a text", "abc"],
    ["a Set", new Set([1])],
    ["typed bytes", new Uint8Array(2)],
    ["an object", { 0: 1, length: 1 }],
  ])("refuses %s", (_what, value) => {
    expect(refusal(() => toLiteral(ints, value))).toMatch(/should be list of integer, but was/);
  });

  it("reads a collection whose members are MessagePack: what a path that ends on a list gives", () => {
    const literal = literalOf({
      $case: "collection",
      value: { literals: [packed("01"), primitive({ $case: "floatValue", value: 2 })] },
    });
    expect(fromLiteral(ints, literal)).toEqual([1, 2]);
  });

  it("reads a whole list of MessagePack, alone and in a union", () => {
    expect(fromLiteral(ints, packed("93 01 02 03"))).toEqual([1, 2, 3]);
    expect(fromLiteral(ints, inUnion(packed("91 01")))).toEqual([1]);
    expect(fromLiteral(ints, inUnion(toLiteral(ints, [1])))).toEqual([1]);
  });

  it("reads records that the console sends as Struct", () => {
    const literal = literalOf({ $case: "collection", value: { literals: [struct({ x: 1 })] } });
    expect(fromLiteral(t.list(t.struct("P", { x: t.int() })), literal)).toEqual([{ x: 1 }]);
  });

  it("reads no other literal", () => {
    expect(refusal(() => fromLiteral(ints, primitive({ $case: "integer", value: 1n })))).toMatch(
      /but was the integer 1/,
    );
    expect(refusal(() => fromLiteral(ints, toLiteral(t.map(t.int()), {})))).toMatch(/a map literal/);
    expect(refusal(() => fromLiteral(ints, struct({})))).toMatch(/a MessagePack map/);
  });

  it("does not believe a size: the bytes end first", () => {
    expect(refusal(() => fromLiteral(t.list(ints), packed("dd ffffffff")))).toMatch(/^MSGPACK_MALFORMED/);
  });
});
