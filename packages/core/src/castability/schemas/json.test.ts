import { describe, expect, it } from "vitest";

import { isSameJson } from "./json.js";

const same = (a: unknown, b: unknown): boolean => isSameJson(a, b, { left: 1e6 });

describe("isSameJson", () => {
  it.each([
    [
      { a: 1, b: [null, "x", true] },
      { b: [null, "x", true], a: 1 },
    ],
    [{ a: undefined, b: 1 }, { b: 1 }],
    [{ b: 1 }, { a: undefined, b: 1 }],
    [0, -0],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}')],
  ])("is true for %j and %j", (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, {}],
    [{}, { a: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [[], {}],
    [null, {}],
    [{}, null],
    ["1", 1],
    [JSON.parse('{"__proto__":1}'), {}],
    [{ constructor: 1 }, {}],
  ])("is false for %j and %j", (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it.each([NaN, Infinity, undefined, 1n, () => 1, new Date(0), new Map(), [undefined], { a: [NaN] }])(
    "is false for what is no JSON: %s",
    (value) => {
      expect(same(value, value)).toBe(false);
    },
  );

  it("looks at parts that are used many times once", () => {
    let [a, b]: unknown[] = [[1], [1]];
    for (let i = 0; i < 200; i += 1)
      [a, b] = [
        [a, a],
        [b, b],
      ];
    expect(same(a, b)).toBe(true);
    expect(same(a, [a, b])).toBe(false);
  });

  it("is false when its budget is used up", () => {
    const list = Array.from({ length: 10 }, () => []);
    expect(isSameJson(list, list, { left: 5 })).toBe(false);
    expect(isSameJson(list, list, { left: 15 })).toBe(true);
  });
});
