import { describe, expect, it } from "vitest";

import { traced } from "../../test/support/workflows.js";
import { t } from "../makers/t.js";
import { indexHint, usedAsValueHint } from "./promise-hints.js";

describe("indexHint", () => {
  it.each([
    ["a negative index", -1, "an index from 0", "only from the front"],
    ["a fraction", 1.5, "an index from 0", "Give a whole number"],
    ["no number", NaN, "an index from 0", "Give a whole number"],
    ["no end", Infinity, "an index from 0", "Give a whole number"],
    ["an index that Flyte cannot hold", 2 ** 31, "an index from 0", "2147483647"],
    ["an index of a map by number", 0, "a string key", '`.at("a")`'],
    ["a key of a list", "first", "an index from 0", "`.at(0)`"],
    ["an index of a map", undefined, "a string key", '`.at("a")`'],
    ["a promise", traced({ n: t.int() }, ({ n }) => n), "an index from 0", "Let a task take the element"],
  ])("goes by what was given: %s", (_, index, wanted, advice) => {
    expect(indexHint(index, wanted)).toContain(advice);
  });
});

describe("usedAsValueHint", () => {
  it.each([
    ["by spreading it", true, "one by one"],
    ["by copying it or listing its keys", true, "work with its keys there"],
    ["with `in`", false, "work with its keys there"],
    ["as JSON", true, "mapTask"],
    ["as JSON", false, "Pass the promise to a task"],
    ["in an expression", false, "conditional("],
  ])("goes by the use: %s", (use, isList, advice) => {
    expect(usedAsValueHint(use, isList)).toContain(advice);
  });
});
