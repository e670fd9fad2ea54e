import { t } from "@flytekit-ts/core";
import { createInterface } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { kebabOf, spellingsOf } from "./spellings.js";

const spellings = (
  inputs: Record<string, t.Type<unknown>>,
  reserved?: ReadonlySet<string>,
): Record<string, string> =>
  Object.fromEntries(
    [...spellingsOf(createInterface({ name: "x", inputs }, "task").inputs, reserved)].map(
      ([text, { input, isNegated }]) => [text, `${isNegated ? "not " : ""}${input}`],
    ),
  );

it("kebabOf takes words apart", () => {
  expect(["two_words", "twoWords", "TwoWords", "HTTPPort", "x2", "X", "a_B", "v1Beta"].map(kebabOf)).toEqual([
    ...["two-words", "two-words", "two-words", "http-port", "x2", "x", "a-b", "v1-beta"],
  ]);
});

describe("spellingsOf", () => {
  it("gives booleans a second flag, in all spellings", () => {
    expect(spellings({ two_words: t.boolean(), x: t.int() })).toEqual({
      two_words: "two_words",
      "two-words": "two_words",
      "no-two-words": "not two_words",
      no_two_words: "not two_words",
      "no-two_words": "not two_words",
      x: "x",
    });
  });

  it("leaves what two inputs could be meant by to neither, but for the name itself", () => {
    expect(spellings({ two_words: t.int(), twoWords: t.int() })).toEqual({
      two_words: "two_words",
      twoWords: "twoWords",
    });
    expect(spellings({ x: t.boolean(), no_x: t.int() })).toEqual({ x: "x", no_x: "no_x" });
  });

  it("leaves options to the command, but for names of inputs", () => {
    expect(spellings({ dry_run: t.int(), name: t.int() }, new Set(["dry-run", "name"]))).toEqual({
      dry_run: "dry_run",
      name: "name",
    });
  });
});
