import { describe, expect, it } from "vitest";

import { listFiles, readText } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { parseSource } from "../source/parse-source.js";
import { checkCatalogue, headings } from "./check-catalogue.js";
import { findCodes } from "./find-codes.js";

const files = listFiles(repoRoot);

describe("this repository", () => {
  const codes = files
    .filter((file) => /^packages\/[^/]+\/src\/.*(?<!\.test|\.test-d)\.ts$/.test(file))
    .flatMap((file) => codesIn(readText(repoRoot, file), file));
  const pages = files
    .filter((file) => /^docs\/errors\/[^/]+\.md$/.test(file) && !file.endsWith("/README.md"))
    .map((file) => [file.slice("docs/errors/".length, -".md".length), readText(repoRoot, file)] as const);

  it("declares its codes in the catalogues", () => {
    expect(codes.length).toBeGreaterThan(0);
    expect(
      codes.filter(({ place }) => !/^packages\/[^/]+\/src\/errors(\/[^/]+){0,2}\.ts:/.test(place)),
    ).toEqual([]);
  });

  it("has one page for each code and one code for each page", () => {
    expect(checkCatalogue(codes, new Map(pages))).toEqual([]);
  });
});

describe("findCodes", () => {
  it("finds the keys of each catalogue and nothing else", () => {
    const text = [
      "export const errors = defineErrors({",
      "  NAME_TWICE: { origin: 'user', message: () => `x:\n  NOT_A_CODE: {` },",
      "  'QUOTED_CODE': { origin: 'user' },",
      "  ...others,",
      "});",
      "const table = { ALSO_NOT: 1 };",
      "export const ALONE = defineError('ALONE', { origin: 'user' });",
    ].join("\n");
    expect(codesIn(text)).toEqual([
      { code: "NAME_TWICE", place: "errors.ts:2" },
      { code: "QUOTED_CODE", place: "errors.ts:4" },
      { code: "?", place: "errors.ts:5" },
      { code: "ALONE", place: "errors.ts:8" },
    ]);
  });
});

describe("checkCatalogue", () => {
  const page = (code: string) =>
    [`# ${code}`, ...headings.flatMap((heading) => [heading, "Words."])].join("\n");
  const pagesOf = (...codes: string[]) => new Map(codes.map((code) => [code, page(code)]));
  const declared = (code: string, place = "errors.ts:1") => ({ code, place });

  it("accepts a code with its page", () => {
    expect(checkCatalogue([declared("A_1")], pagesOf("A_1"))).toEqual([]);
  });

  it.each(["name_twice", "NameTwice", "NAME__TWICE", "_NAME", "NAME_", "?"])(
    "reports the name %s",
    (code) => {
      expect(checkCatalogue([declared(code)], pagesOf(code))).toEqual([
        `errors.ts:1 ${code} is not in SCREAMING_SNAKE.`,
      ]);
    },
  );

  it("reports a code declared by two packages", () => {
    expect(checkCatalogue([declared("A", "a.ts:1"), declared("A", "b.ts:2")], pagesOf("A"))).toEqual([
      "A is declared more than once: a.ts:1, b.ts:2.",
    ]);
  });

  it("reports a code without a page, and a page without a code", () => {
    expect(checkCatalogue([declared("A")], pagesOf("B"))).toEqual([
      "errors.ts:1 A has no page.",
      "docs/errors/B.md describes a code that no package declares.",
    ]);
  });

  it.each([
    ["does not begin with # A", page("A").replace("# A", "# B")],
    ["has no part ## What to do", page("A").replace("## What to do", "## Advice")],
    ["has no part ## In flytekit and Flyte", page("A").replace("## In flytekit and Flyte", "")],
    [
      "has its parts in another order",
      page("A").replace("happened", "x").replace("to do", "happened").replace("x", "to do"),
    ],
    ["says nothing under ## What to do", page("A").replace("## What to do\nWords.", "## What to do\n")],
  ])("reports a page that %s", (problem, text) => {
    expect(checkCatalogue([declared("A")], new Map([["A", text]]))).toEqual([`docs/errors/A.md ${problem}.`]);
  });
});

function codesIn(text: string, file = "errors.ts"): { code: string; place: string }[] {
  return findCodes(file, parseSource(file, text));
}
