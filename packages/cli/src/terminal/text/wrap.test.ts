import { stripVTControlCharacters } from "node:util";
import anyWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import { describe, expect, it } from "vitest";
import { flowed, hanging, widthOf, wrapped } from "./wrap.js";

const ADDRESS = "https://github.com/flytekit-ts/flytekit-ts/blob/main/docs/errors/USAGE_INVALID.md";

describe("wrapped", () => {
  it("breaks between words", () => {
    expect(wrapped("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("leaves names, paths and addresses whole, however long they are", () => {
    expect(wrapped(`there is more at ${ADDRESS} about it`, 30)).toEqual([
      "there is more at",
      ADDRESS,
      "about it",
    ]);
  });

  it("leaves a command between backticks whole where a line has room for it", () => {
    expect(wrapped("Write `--to now --window '7 days'` after the name.", 33)).toEqual([
      "Write",
      "`--to now --window '7 days'`",
      "after the name.",
    ]);
    expect(wrapped("Write `--to now --window '7 days'`.", 20)).toEqual([
      "Write `--to now",
      "--window '7 days'`.",
    ]);
  });
});

describe("plain text", () => {
  // Words of up to nine letters, of a length that follows from their number.
  const texts = Array.from({ length: 300 }, (_, seed) =>
    Array.from({ length: 1 + (seed % 23) }, (_, at) =>
      "x".repeat(1 + ((seed * 7 + at * at * 5 + at) % 9)),
    ).join(" "),
  );

  it.each([1, 4, 9, 20, 79])("is broken as any other text, on lines of %i columns", (columns) => {
    for (const text of ["", " ", " a b ", "~", ...texts])
      expect(wrapped(text, columns)).toEqual(wrapAnsi(text, columns, { trim: true }).split("\n"));
  });

  it.each(["", "hello", "na\u00EFve", "\u001B[1mbold\u001B[22m", "\u6C34", "tab\t", "\u{1F600}"])(
    "is as wide as any other: %j",
    (text) => {
      expect(widthOf(text)).toBe(anyWidth(text));
    },
  );
});

describe("hanging", () => {
  it("puts what follows under the first word", () => {
    expect(hanging("  hint: ", "Type `tsflyte run src/a.ts` or another line.", 34)).toEqual([
      "  hint: Type",
      "        `tsflyte run src/a.ts` or",
      "        another line.",
    ]);
  });
});

describe("flowed", () => {
  it("goes on below the last column", () => {
    expect(flowed("state    it was ended by somebody", 24)).toEqual([
      "state    it was ended by",
      "         somebody",
    ]);
  });

  it("goes on below, where the last column is far to the right", () => {
    expect(flowed("      n1  workflow garden.enough-rain.else  rain = inputs.rain", 50)).toEqual([
      "      n1  workflow garden.enough-rain.else",
      "        rain = inputs.rain",
    ]);
  });

  it("breaks a line with colours where it breaks it without them", () => {
    const line = "from     a/long/path/to/workflows.ts (flood)";
    const coloured = line.replace("from", "\u001B[2mfrom\u001B[22m");
    const plain = flowed(coloured, 40).map((each) => stripVTControlCharacters(each));
    expect(plain).toEqual(flowed(line, 40));
    expect(plain).toEqual(["from     a/long/path/to/workflows.ts", "         (flood)"]);
  });

  it("leaves an address that no line can hold beside what names it", () => {
    expect(flowed(`  see: ${ADDRESS}`, 60)).toEqual([`  see: ${ADDRESS}`]);
    expect(flowed(`  see: ${ADDRESS}`, 85)).toEqual(["  see:", `  ${ADDRESS}`]);
  });
});
