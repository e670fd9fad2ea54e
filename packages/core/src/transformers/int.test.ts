import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  toLiteral,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const int = t.int();
const bigint = t.int({ bigint: true });
const SAFE = Number.MAX_SAFE_INTEGER;

describe("intTransformer", () => {
  it.each([0, 1, -1, 127, 128, -32, -33, 65_536, 2 ** 32, -(2 ** 31) - 1, SAFE, -SAFE])(
    "keeps %d",
    (value) => {
      expect(roundTrip(int, value)).toBe(value);
      expect(roundTripPacked(int, value)).toBe(value);
    },
  );

  it("has no negative zero", () => {
    expect(roundTrip(int, -0)).toBe(0);
    expect(roundTripPacked(int, -0)).toBe(0);
  });

  it.each([
    [1.5, "the number 1.5"],
    [NaN, "the number NaN"],
    [Infinity, "the number Infinity"],
    [SAFE + 1, "the number 9007199254740992 (beyond 2^53 - 1)"],
    [5n, "the bigint 5"],
    ["5", "a string"],
    [true, "a boolean"],
    [null, "null"],
    [undefined, "nothing"],
    [new Number(5), "an object of class Number"],
    [() => 5, "a function"],
    [Symbol("5"), "a symbol"],
  ])("refuses %s", (value, words) => {
    const text = `VALUE_TYPE_MISMATCH: The value should be integer, but was ${words}.`;
    expect(refusal(() => toLiteral(int, value))).toBe(text);
    expect(refusal(() => roundTripPacked(int, value))).toBe(text);
  });

  it("reads a whole float, which is how the console sends integers", () => {
    expect(fromLiteral(int, primitive({ $case: "floatValue", value: 7 }))).toBe(7);
    expect(refusal(() => fromLiteral(int, primitive({ $case: "floatValue", value: 7.5 })))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be integer, but was the float 7.5.",
    );
  });

  it("refuses rather than rounds what a number cannot hold", () => {
    expect(refusal(() => fromLiteral(int, primitive({ $case: "integer", value: 2n ** 53n })))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be integer, but was the integer 9007199254740992 (beyond 2^53 - 1).",
    );
    expect(refusal(() => fromLiteral(int, packed("cf 0020000000000001")))).toMatch(
      /int 9007199254740993 \(beyond/,
    );
  });

  it("says how to read what a number cannot hold", () => {
    const literals = [primitive({ $case: "integer", value: 2n ** 53n }), packed("cf 0020000000000001")];
    for (const literal of literals)
      expect(caught(() => fromLiteral(int, literal)).hint).toContain("`t.int({ bigint: true })`");
  });

  it("reads no MessagePack float: inside a record 1.0 is no integer", () => {
    expect(refusal(() => fromLiteral(int, packed("cb 3ff0000000000000")))).toMatch(
      /the MessagePack float 1\.$/,
    );
  });
});

describe("bigintTransformer", () => {
  it.each([0n, -1n, 2n ** 53n + 1n, -(2n ** 63n), 2n ** 63n - 1n])("keeps %d", (value) => {
    expect(roundTrip(bigint, value)).toBe(value);
    expect(roundTripPacked(bigint, value)).toBe(value);
  });

  it("takes safe numbers too, and gives bigints", () => {
    expect(roundTrip(bigint, 5)).toBe(5n);
    expect(roundTripPacked(bigint, -5)).toBe(-5n);
  });

  it.each([2n ** 63n, -(2n ** 63n) - 1n, 1.5, SAFE + 1, "1", NaN])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(bigint, value))).toMatch(/should be 64-bit integer, but was/);
  });

  it("refuses an unsigned integer beyond int64", () => {
    expect(refusal(() => fromLiteral(bigint, packed("cf ffffffffffffffff")))).toMatch(
      /int 18446744073709551615/,
    );
  });

  it("has the literal type of the other integers", () => {
    expect(roundTrip(int, Number(5n))).toBe(5);
    expect(fromLiteral(bigint, toLiteral(int, 5))).toBe(5n);
  });
});
