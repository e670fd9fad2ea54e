import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourceExcerpt } from "./source-excerpt.js";

const style = {
  show: (text: string) => text,
  widthOf: (text: string) => text.length,
  fit: (text: string, columns: number) => text.slice(0, columns),
  columns: 80,
  bar: "|",
  mark: (text: string) => text,
  dim: (text: string) => text,
};
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "excerpt-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function excerpt(source: string, line: number, column: number): readonly string[] {
  const file = join(folder, "a.ts");
  writeFileSync(file, source);
  return sourceExcerpt({ file, line, column }, style);
}

describe("sourceExcerpt", () => {
  it("shows the line with two on each side, and a mark under the column", () => {
    expect(excerpt("a\nb\nc\n  d();\ne\nf\ng", 4, 3)).toEqual([
      "  2 | b",
      "  3 | c",
      "> 4 |   d();",
      "    |   ^",
      "  5 | e",
      "  6 | f",
    ]);
  });

  it("has fewer lines at the beginning and at the end", () => {
    expect(excerpt("a\nb", 1, 1)).toEqual(["> 1 | a", "    | ^", "  2 | b"]);
    expect(excerpt("a\r\nb", 2, 2)).toEqual(["  1 | a", "> 2 | b", "    |  ^"]);
  });

  it("hides what is a secret by its name, in all its lines", () => {
    expect(excerpt('a: 5,\nclientSecret: "planted",\nb: 6', 2, 1)).toEqual([
      "  1 | a: 5,",
      '> 2 | clientSecret: "*******",',
      "    | ^",
      "  3 | b: 6",
    ]);
  });

  it("aligns numbers of several widths", () => {
    const lines = excerpt("x\n".repeat(12), 9, 1);
    expect(lines[0]).toBe("   7 | x");
    expect(lines.at(-1)).toBe("  11 | x");
  });

  it("moves what is far to the right into sight", () => {
    const [line = "", mark = ""] = excerpt(`${"x".repeat(200)}HERE`, 1, 201);
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line.slice(mark.indexOf("^"))).toBe("HERE");
  });

  it("is empty for a line that is not there, and for a file that is not there", () => {
    expect(excerpt("a", 7, 1)).toEqual([]);
    expect(sourceExcerpt({ file: join(folder, "none.ts"), line: 1, column: 1 }, style)).toEqual([]);
  });
});
