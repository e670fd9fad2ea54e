import { describe, expect, it } from "vitest";
import { painted, withOurColours } from "./colours.js";
import { safeLine, safeText } from "./safe-text.js";

describe("safeText", () => {
  it.each([
    ["\u001b[2Jgone", String.raw`\x1b[2Jgone`],
    ["\u001b]0;title\u0007", String.raw`\x1b]0;title\x07`],
    ["back\bspace\rreturn", String.raw`back\x08space\x0dreturn`],
    ["\u009b31mC1", String.raw`\x9b31mC1`],
    ["evil\u202etxt.exe", String.raw`evil\u202etxt.exe`],
    ["half \ud800", String.raw`half \ud800`],
    ["nul \0", String.raw`nul \x00`],
    ["a\u2028b", String.raw`a\u2028b`],
  ])("shows %j", (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it("leaves what people write", () => {
    const text = "日本語 👨‍👩‍👧 e\u0301 العربية می‌خواهم\ttab\nline";
    expect(safeText(text)).toBe(text);
    expect(safeLine("a\r\n  b\tc")).toBe("a b  c");
  });
});

describe("withOurColours", () => {
  const escape = "\u001b";

  it("keeps the colours that were painted, and shows the codes of others", () => {
    const text = `${painted("red", "ours")} ${escape}[5mtheirs`;
    expect(withOurColours(text, true, safeText)).toBe(
      `${escape}[31mours${escape}[39m ${String.raw`\x1b[5mtheirs`}`,
    );
    expect(withOurColours(text, false, safeText)).toBe(String.raw`ours \x1b[5mtheirs`);
  });

  it("paints each line, so that a pager shows each", () => {
    expect(painted("bold", "a\n\nb")).toBe(`${escape}[1ma${escape}[22m\n\n${escape}[1mb${escape}[22m`);
  });
});
