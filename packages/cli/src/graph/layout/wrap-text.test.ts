import { describe, expect, it } from "vitest";
import { textWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

const font = { size: 11 };
const room = { width: 100, lines: 3 };

describe("wrapText", () => {
  it.each([
    ["short", ["short"]],
    ["a longer text with blanks", ["a longer text with", "blanks"]],
    ["module.sub_module.a_name", ["module.sub_", "module.a_name"]],
    ["", [""]],
  ])("%j becomes %j", (text, rows) => {
    expect(wrapText(text, font, room)).toEqual(rows);
  });

  it.each([
    "x".repeat(500),
    "word ".repeat(100),
    "数".repeat(80),
    "🐘".repeat(40),
    "WWWWWWWWWWWWWWWWWWWWWWW",
    "a\nb\tc",
  ])("%j fits, whatever is in it", (text) => {
    const rows = wrapText(text, font, room);
    expect(rows.length).toBeLessThanOrEqual(3);
    for (const row of rows) expect(textWidth(row, font)).toBeLessThanOrEqual(100);
    expect(rows.join("").isWellFormed()).toBe(true);
  });

  it("says where it left something out", () => {
    expect(wrapText("word ".repeat(100), font, room).at(-1)).toMatch(/…$/);
  });
});
