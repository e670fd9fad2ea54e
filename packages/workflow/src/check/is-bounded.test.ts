import { describe, expect, it } from "vitest";
import { int, list, listOf, map, typeOf } from "../../test/support/sound-messages.js";
import { isBounded } from "./is-bounded.js";

/** A value inside of so many objects. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

describe("isBounded", () => {
  it.each([[undefined], [null], [1], ["text"], [new Uint8Array(3)], [[]], [{}], [new Map()]])(
    "takes %j",
    (message) => {
      expect(isBounded(message)).toBe(true);
    },
  );

  it("takes messages of any shape, and the same part twice", () => {
    const shared = int(1n);
    expect(isBounded(map({ a: list(shared, shared), b: shared }))).toBe(true);
    expect(isBounded(listOf(listOf(typeOf("INTEGER"))))).toBe(true);
  });

  it("takes what is 500 deep, and nothing deeper", () => {
    expect([isBounded(nested(500)), isBounded(nested(501))]).toEqual([true, false]);
    expect(isBounded(nested(100_000))).toBe(false);
    expect(isBounded(new Map([["a", [nested(498)]]]))).toBe(true);
    expect(isBounded(new Map([["a", [nested(499)]]]))).toBe(false);
  });

  it("measures a shared part from its own top", () => {
    const shared = nested(400);
    expect(isBounded([shared, nested(50), { shared }])).toBe(true);
    expect(isBounded([shared, Array.from({ length: 1 }, () => [[[shared]]])])).toBe(true);
    let deeper = shared;
    for (let level = 0; level < 100; level += 1) deeper = [deeper];
    expect(isBounded([shared, deeper])).toBe(false);
  });

  it("sees what holds itself", () => {
    const literal = list(int(1n));
    if (literal.value?.$case === "collection") literal.value.value.literals.push(literal);
    expect(isBounded(literal)).toBe(false);
  });

  it("sees a tree whose parts are shared without end, at once", () => {
    let literal = int(1n);
    for (let level = 0; level < 40; level += 1) literal = list(literal, literal);
    const start = performance.now();
    expect(isBounded(literal)).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
