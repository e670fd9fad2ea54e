import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareText, inKeyOrder } from "./key-order.js";

const text = fc.string({ unit: "binary" });

describe("compareText", () => {
  it("orders as UTF-8 bytes do", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it("puts a surrogate pair after U+FF21, where `<` puts it before", () => {
    const pair = ["\u{1f600}", "\uff21"];
    expect(pair.toSorted()).toEqual(pair);
    expect(pair.toSorted(compareText)).toEqual(pair.toReversed());
  });
});

describe("inKeyOrder", () => {
  const key = fc.oneof(text, fc.constantFrom("__proto__", "9", "10", ""));

  it("gives equal entries in ascending order, whatever order they came in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, fc.nat()), { selector: ([name]) => name }), (entries) => {
        const sorted = entries.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect([...inKeyOrder(new Map(entries))]).toEqual(sorted);
      }),
    );
  });

  it("orders numbers by value", () => {
    expect([...inKeyOrder(new Map([10, 9, -1].map((n) => [n, n]))).keys()]).toEqual([-1, 9, 10]);
    expect([...inKeyOrder(new Map([10n, 9n, -1n].map((n) => [n, n]))).keys()]).toEqual([-1n, 9n, 10n]);
    expect([...inKeyOrder(new Map([true, false].map((n) => [n, n]))).keys()]).toEqual([false, true]);
  });

  it("copies only what is out of order, and never changes its argument", () => {
    const ordered = new Map([
      ["a", 1],
      ["b", 2],
    ]);
    expect(inKeyOrder(ordered)).toBe(ordered);
    const reversed = new Map([
      ["b", 2],
      ["a", 1],
    ]);
    expect([...inKeyOrder(reversed).keys()]).toEqual(["a", "b"]);
    expect([...reversed.keys()]).toEqual(["b", "a"]);
  });
});
