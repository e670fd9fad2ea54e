import { describe, expect, it } from "vitest";
import { dockerPatterns } from "./docker-patterns.js";

/** Which of these paths a `.dockerignore` of these lines leaves out. */
function ignored(lines: readonly string[], paths: readonly string[]): readonly string[] {
  return paths.filter(dockerPatterns(lines.join("\n")));
}

describe("dockerPatterns", () => {
  it("takes a pattern from the top of the folder", () => {
    expect(ignored(["*.txt"], ["a.txt", "b/a.txt"])).toEqual(["a.txt"]);
    expect(ignored(["/b/*.txt/"], ["b/a.txt", "a.txt", "b/c/a.txt"])).toEqual(["b/a.txt"]);
    expect(ignored(["**/*.txt"], ["a.txt", "b/a.txt", "b/c/a.txt"])).toEqual([
      "a.txt",
      "b/a.txt",
      "b/c/a.txt",
    ]);
  });

  it("leaves out all below a match", () => {
    expect(ignored(["data"], ["data/a/b.csv", "data.csv", "x/data/a"])).toEqual(["data/a/b.csv"]);
    expect(ignored(["**/build"], ["build/a", "x/y/build/a/b", "builds/a"])).toEqual([
      "build/a",
      "x/y/build/a/b",
    ]);
    expect(ignored(["a/**"], ["a/b", "a/b/c", "ab"])).toEqual(["a/b", "a/b/c"]);
  });

  it("brings back, and lets the last match decide", () => {
    const paths = ["data/keep.log", "data/b.log"];
    expect(ignored(["**/*.log", "!data/keep.log"], paths)).toEqual(["data/b.log"]);
    expect(ignored(["!data/keep.log", "**/*.log"], paths)).toEqual(paths);
    expect(ignored(["data", "!data/keep.log", "data/k*"], paths)).toEqual(paths);
    expect(ignored(["*", "!src"], ["a.ts", "src/a.ts", ".dockerignore"])).toEqual(["a.ts"]);
  });

  it("knows single characters, classes and escapes", () => {
    expect(ignored(["?.js"], ["a.js", "ab.js", "/.js"])).toEqual(["a.js"]);
    expect(ignored(["[ab].js"], ["a.js", "c.js"])).toEqual(["a.js"]);
    expect(ignored(["[a-c]x"], ["bx", "dx"])).toEqual(["bx"]);
    expect(ignored(["[!a].js", "[^b].ts"], ["a.js", "b.js", "b.ts", "c.ts", "/.ts"])).toEqual([
      "b.js",
      "c.ts",
    ]);
    expect(ignored(["\\*.js", "a\\[1\\]"], ["*.js", "a.js", "a[1]"])).toEqual(["*.js", "a[1]"]);
    expect(
      ignored(["a(b)+.js", "{a,b}", "$x|y", "[z-a]", "[open"], ["a(b)+.js", "a", "$x|y", "[z-a]", "[open"]),
    ).toEqual(["a(b)+.js", "$x|y", "[z-a]", "[open"]);
  });

  it("reads lines as Docker does", () => {
    expect(ignored(["# a", "", "  a  ", "./b", "c/../d", "!", "."], ["# a", "a", "b", "c", "d"])).toEqual([
      "a",
      "b",
      "d",
    ]);
    expect(dockerPatterns("\uFEFFa\r\nb\r\n")("a")).toBe(true);
    expect(dockerPatterns("a\r\nb\r\n")("b")).toBe(true);
    expect(dockerPatterns("")("a")).toBe(false);
  });

  it("does not take long for a pattern of many stars", () => {
    const pattern = `${"**/".repeat(50)}${"*a".repeat(4)}*b`;
    expect(ignored([pattern], [`${"x/".repeat(20)}${"a".repeat(40)}`])).toEqual([]);
  });
});
