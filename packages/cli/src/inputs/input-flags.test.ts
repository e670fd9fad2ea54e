import { t } from "@flytekit-ts/core";
import { createInterface } from "@flytekit-ts/core/graph";
import { expect, it } from "vitest";
import { fieldWords } from "./field-words.js";
import { flagsOf } from "./input-flags.js";

const Point = t.struct("Point", { x: t.int(), tags: t.list(t.string()).default([]) });

it("flagsOf says how each input is written, what it takes and what it is without", () => {
  const inputs = {
    two_words: t.int().describe("How many"),
    flag: t.boolean().default(true),
    color: t.optional(t.enum(["red", "blue"])),
    when: t.datetime().default(new Date(0)),
    span: t.duration().default(90_000),
    points: t.list(Point),
    table: t.union([t.file("csv"), t.directory()]),
    mode: t.literal([1, 2]).default(2),
    list: t.list(t.int()).default([1]),
  };
  const flags = flagsOf(createInterface({ name: "m.f", inputs }, "task"));
  const shown = flags.map(({ flags: [flag], takes, isRequired, default: fallback, choices, completes }) => [
    flag,
    takes,
    isRequired,
    fallback,
    choices.join(),
    completes,
  ]);
  expect(shown).toEqual([
    ["--two_words", "int", true, undefined, "", undefined],
    ["--flag", "boolean", false, "true", "", undefined],
    ["--color", '"red" or "blue", or none', false, undefined, "red,blue", undefined],
    ["--when", "datetime", false, "1970-01-01T00:00:00+00:00", "", undefined],
    ["--span", "duration", false, "90s", "", undefined],
    ["--points", "list of record Point", true, undefined, "", "file"],
    ["--table", "file (csv) or directory", true, undefined, "", "file"],
    ["--mode", "1 or 2", false, "2", "1,2", undefined],
    ["--list", "list of int", false, "[1]", "", "file"],
  ]);
  expect(flags[0]).toMatchObject({
    flags: ["--two_words", "--two-words"],
    negations: [],
    description: "How many",
  });
  expect(flags[1]?.negations).toEqual(["--no-flag", "--no_flag"]);
  expect(flags[5]?.fields).toEqual([
    { name: "x", takes: "int", isRequired: true, fields: [] },
    { name: "tags", takes: "list of string", isRequired: false, fields: [] },
  ]);
  expect(fieldWords(flags[5]?.fields ?? [])).toBe("{x: int, tags?: list of string}");
  expect(fieldWords([])).toBe("");
});
