import { describe, expect, it } from "vitest";
import { isSameMessage } from "./is-same-message.js";

const bare = (value: object) => Object.assign(Object.create(null) as object, value);

describe("isSameMessage", () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    [1n, 1n],
    [undefined, undefined],
    [
      { a: [1, { b: "c" }], d: undefined },
      { d: undefined, a: [1, { b: "c" }] },
    ],
    [new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
    [
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
      new Map([
        ["b", 2],
        ["a", 1],
      ]),
    ],
    [Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
    [bare({ a: 1 }), { a: 1 }],
  ])("takes %o and %o for one", (a, b) => {
    expect(isSameMessage(a, b)).toBe(true);
    expect(isSameMessage(b, a)).toBe(true);
  });

  it.each([
    [1, 2],
    [1, 1n],
    [1, "1"],
    [null, {}],
    [undefined, {}],
    [{ a: undefined }, {}],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [
      [1, 2],
      [2, 1],
    ],
    [new Map([["a", 1]]), new Map([["a", 2]])],
    [new Map([["a", 1]]), new Map([["b", 1]])],
    [Uint8Array.of(1), Uint8Array.of(2)],
  ])("tells %o from %o", (a, b) => {
    expect(isSameMessage(a, b)).toBe(false);
    expect(isSameMessage(b, a)).toBe(false);
  });
});
