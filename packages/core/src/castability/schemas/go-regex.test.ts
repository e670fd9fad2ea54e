import { describe, expect, it } from "vitest";

import { isGoRegex } from "./go-regex.js";

describe("isGoRegex", () => {
  it.each([
    ...[
      "",
      "^a+$",
      "a|b|",
      "(a)(?:b)(?i)c(?s-i:d)",
      "(?P<n>a)(?<m>b)",
      "(?P<n>a)(?P<n>b)",
      "(?<n>a)|(?P<n>b)",
      "()*",
      "x{2}{",
      "{",
      "a{,3}",
      "a{02}",
      "{a}",
    ],
    ...["a*?", "a{2,}?", "a{1000}", "(a{10}){100}", "a{0}{0", "(a{1000}){1}", "(?:a{1000}){0}"],
    ...[
      "[a-z]",
      "[]a]",
      "[^]a]",
      "[a-]",
      "[-a]",
      "[[:alpha:][:^digit:]]",
      "[[]",
      "[[:alpha]",
      "[\\d-z]",
      "[\\pL\\x41-Z]",
    ],
    ...[
      "\\d\\S\\pL\\PN",
      "\\p{Greek}\\p{^Lu}",
      "\\A\\bx\\B\\z",
      "\\x41\\x{1F600}\\0\\12\\123",
      "\\.\\_\\-\\/",
      "\\a\\f\\n\\r\\t\\v",
    ],
    ...["\\Q(*[\\E", "\\Qab\\E+", "a\\Q\\E*", "\\Q(", "é😀", "[é-😀]"],
  ])("takes %j", (pattern) => {
    expect(isGoRegex(pattern)).toBe(true);
  });

  it.each([
    ...["(", ")", "a)(", "(?", "(?a)", "(?i-)", "(?P<>a)", "(?P<a-b>c)"],
    ...["(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?>a)", "(?#a)"],
    ...["*", "a|*", "(+)", "a**", "a*+", "a{2}*", "a{2}{3}", "a???", "(?i)*", "\\Q\\E*"],
    ...[
      "a{1001}",
      "a{1,1001}",
      "a{3,2}",
      "a{99999999999}",
      "(a{32}){32}",
      "((a{10}){10}){11}",
      "(a{2000,3})",
    ],
    ...["[", "[]", "[a", "[z-a]", "[a-\\d]", "[[:foo:]]", "[\\b]", "[\\"],
    ...[
      "\\",
      "\\1",
      "\\8",
      "\\x4",
      "\\x{}",
      "\\x{110000}",
      "\\C",
      "\\Z",
      "\\e",
      "\\é",
      "\\p{Foo}",
      "\\p",
      "\\p{Grek}",
    ],
  ])("does not take %j", (pattern) => {
    expect(isGoRegex(pattern)).toBe(false);
  });

  it("reads the longest patterns at once", () => {
    for (const part of ["(", "a*", "[", "\\Q", "[[:", "a{2", "(?P<n"]) {
      expect(typeof isGoRegex(part.repeat(100_000))).toBe("boolean");
    }
  });
});
