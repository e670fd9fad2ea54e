import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { byCodePoint } from "./by-code-point.js";

describe("byCodePoint", () => {
  it("is the order of Python", () => {
    expect(["b", "\u{1f600}", "a", "", "\uffff", "ab"].toSorted(byCodePoint)).toEqual([
      "",
      "a",
      "ab",
      "b",
      "\uffff",
      "\u{1f600}",
    ]);
  });

  it("compares code points", () => {
    const points = (text: string): number[] => Array.from(text, (each) => each.codePointAt(0) ?? 0);
    const texts = fc.string({
      unit: fc.constantFrom("", "\0", "a", "b", "é", "漢", "\uffff", "\u{10000}", "😀"),
    });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [left, right] = [points(a), points(b)];
        const i = left.findIndex((point, at) => point !== right[at]);
        const wanted = i < 0 ? left.length - right.length : (left[i] ?? 0) - (right[i] ?? -1);
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(wanted));
      }),
    );
  });
});
