import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  inUnion,
  packed,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { emptyLiteral, noneLiteral } from "../literals/literal.js";
import { t } from "../makers/t.js";

const maybe = t.optional(t.int());

describe("optionalTransformer", () => {
  it.each([
    [undefined, undefined],
    [null, undefined],
    [0, 0],
    [5, 5],
  ])("takes %s and gives %s", (given, value) => {
    expect(roundTrip(maybe, given)).toBe(value);
    expect(roundTripPacked(maybe, given)).toBe(value);
  });

  it("writes which of the two a value is", () => {
    const variant = (value: unknown): unknown => {
      const literal = toLiteral(maybe, value);
      const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
      return scalar?.$case === "union" ? scalar.value.type?.structure?.tag : undefined;
    };
    expect([variant(5), variant(undefined), variant(null)]).toEqual(["int", "none", "none"]);
  });

  it("reads none in every form that the backend has for it", () => {
    for (const none of [
      noneLiteral(),
      packed("c0"),
      inUnion(noneLiteral(), "none"),
      inUnion(packed("c0")),
      emptyLiteral(),
    ]) {
      expect(fromLiteral(maybe, none)).toBeUndefined();
    }
  });

  it("reads a value without the union around it", () => {
    expect(fromLiteral(maybe, toLiteral(t.int(), 5))).toBe(5);
    expect(fromLiteral(maybe, packed("05"))).toBe(5);
    expect(fromLiteral(t.optional(t.list(t.int())), toLiteral(t.list(t.int()), [1]))).toEqual([1]);
    expect(fromLiteral(t.optional(t.struct("P", { x: t.int() })), struct({ x: 1 }))).toEqual({ x: 1 });
  });

  it("gives a required type the value of a union, and no none", () => {
    expect(fromLiteral(t.int(), toLiteral(maybe, 5))).toBe(5);
    expect(refusal(() => fromLiteral(t.int(), toLiteral(maybe, null)))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be integer, but was a none literal.",
    );
  });

  it("says what is wrong inside", () => {
    expect(refusal(() => toLiteral(maybe, "5"))).toMatch(/should be integer, but was a string/);
    expect(refusal(() => toLiteral(t.optional(t.list(t.int())), [1, "x"]))).toMatch(
      /: \[1\] should be integer/,
    );
  });

  it("does not nest", () => {
    expect(transformerOf(t.optional(maybe))).toBe(transformerOf(maybe));
    expect(transformerOf(t.optional(t.none()))).toBe(transformerOf(t.none()));
  });
});
