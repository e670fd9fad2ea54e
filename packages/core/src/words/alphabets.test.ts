import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { alphabets } from "./alphabets.js";

// A text in backticks is none, and neither is a comment.
const LITERAL = /^(?!\s*(?:\/\/|\*))[^`"]*\/[^`"]*\\p\{[^`"]*\/[a-z]*[uv]/;

describe("alphabets", () => {
  it("is the expression of the text", () => {
    expect(alphabets`^\p{L}+$`.test("Größe")).toBe(true);
    expect(alphabets`^\p{L}+$`.test("12")).toBe(false);
  });

  it.each(["core", "workflow", "runtime"])("stands for all literals with tables of Unicode in %s", (name) => {
    const sources = fileURLToPath(new URL(`../../../${name}/src/`, import.meta.url));
    const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
    const shipped = files.filter((file) => /(?<!\.test)\.ts$/.test(file));
    expect(shipped.length).toBeGreaterThan(50);
    const slow = shipped.filter((file) =>
      readFileSync(sources + file, "utf8")
        .split("\n")
        .some((line) => LITERAL.test(line)),
    );
    expect(slow).toEqual([]);
  });

  it.each([
    ["return /^[\\p{L}]$/u.test(name)", true],
    ["text.replace(/[ \\p{Zs}]+/gu, '')", true],
    ["alphabets`[\\p{L}/]$`.test(name)", false],
    ["// such as /\\p{L}/u", false],
  ])("of which %s is one: %s", (line, isLiteral) => {
    expect(LITERAL.test(line)).toBe(isLiteral);
  });
});
