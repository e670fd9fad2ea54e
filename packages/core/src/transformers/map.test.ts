import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  packed,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const ints = t.map(t.int());

describe("mapTransformer", () => {
  it.each([{}, { a: 1, b: 2 }, { "": 0 }, { "any text": 1, "10": 2, "9": 3 }])("keeps %j", (value) => {
    expect(roundTrip(ints, value)).toEqual(value);
    expect(roundTripPacked(ints, value)).toEqual(value);
  });

  it("keeps a key __proto__ as a key", () => {
    const value: unknown = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
    for (const read of [roundTrip(ints, value), roundTripPacked(ints, value)] as Record<string, number>[]) {
      expect(Object.entries(read)).toEqual([
        ["__proto__", 1],
        ["constructor", 2],
      ]);
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    }
  });

  it("takes objects without a prototype and of another realm", () => {
    expect(roundTrip(ints, Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
    expect(roundTrip(ints, runInNewContext("({ a: 1 })"))).toEqual({ a: 1 });
  });

  it("names the key of what is wrong", () => {
    expect(refusal(() => toLiteral(ints, { a: 1, b: undefined }))).toBe(
      "VALUE_TYPE_MISMATCH: .b should be integer, but was nothing.",
    );
    expect(refusal(() => roundTripPacked(t.map(ints), { "a b": { c: "1" } }))).toBe(
      'VALUE_TYPE_MISMATCH: ["a b"].c should be integer, but was a string.',
    );
    expect(refusal(() => fromLiteral(ints, toLiteral(t.map(t.string()), { a: "x" })))).toMatch(
      /: \.a should be integer/,
    );
    expect(refusal(() => fromLiteral(ints, packed("81 a161 c0")))).toMatch(
      /: \.a should be integer, but was a MessagePack nil/,
    );
  });

  it.each([
    ["a Map", new Map([["a", 1]])],
    ["an array", [1]],
    ["a Date", new Date()],
    [
      "a class's object",
      new (class A {
        x = 1;
      })(),
    ],
  ])("refuses %s", (_what, value) => {
    expect(refusal(() => toLiteral(ints, value))).toMatch(/should be map of integer, but was an? /);
  });

  it("refuses a key without a UTF-8 form", () => {
    const text =
      "VALUE_TYPE_MISMATCH: The value should be map of integer, but was a key with half a surrogate pair.";
    expect(refusal(() => toLiteral(ints, { "\ud800": 1 }))).toBe(text);
    expect(refusal(() => roundTripPacked(ints, { "\ud800": 1 }))).toBe(text);
  });

  it("reads MessagePack with string keys only, and Struct", () => {
    expect(fromLiteral(ints, packed("81 a161 01"))).toEqual({ a: 1 });
    expect(fromLiteral(ints, struct({ a: 1 }))).toEqual({ a: 1 });
    expect(refusal(() => fromLiteral(ints, packed("81 01 01")))).toMatch(
      /string keys, but was the MessagePack int 1 as a key/,
    );
    expect(refusal(() => fromLiteral(ints, packed("91 01")))).toMatch(/a MessagePack list/);
  });
});
