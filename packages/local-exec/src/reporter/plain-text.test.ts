import { describe, expect, it } from "vitest";
import { widthOf } from "./plain-text.js";

describe("the width of a text", () => {
  it("is the same for a letter alone and behind one that needs the table of graphemes", () => {
    const letters = Array.from({ length: 0x3000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));
    const alone = letters.filter((letter) => /[\p{Script=Latin}\p{S}\p{P}\p{Zs}]/u.test(letter));
    expect(alone.length).toBeGreaterThan(4000);
    expect(alone.filter((letter) => widthOf(`界${letter}`) !== 2 + widthOf(letter))).toEqual([]);
  });

  it.each([
    ["✓ hello", 7],
    ["e\u0301", 1],
    ["✔\uFE0F", 2],
    ["⌚ 界", 5],
  ])("counts columns: %s", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});
