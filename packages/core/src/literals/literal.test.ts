import { describe, expect, it } from "vitest";

import { packed, primitive, struct, toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import { describeLiteral, emptyLiteral, noneLiteral, scalarLiteral } from "./literal.js";

describe("describeLiteral", () => {
  it.each([
    [emptyLiteral(), "an empty literal"],
    [noneLiteral(), "a none literal"],
    [scalarLiteral({ $case: "primitive", value: { value: undefined } }), "a literal of unknown kind"],
    [toLiteral(t.list(t.string()), ["hunter2"]), "a list literal"],
    [toLiteral(t.map(t.string()), { hunter2: "" }), "a map literal"],
    [toLiteral(t.string(), "hunter2"), "a string literal"],
    [toLiteral(t.boolean(), true), "a boolean literal"],
    [packed("a768756e74657232"), "a binary literal"],
    [struct({ password: "hunter2" }), "a JSON object literal"],
    [primitive({ $case: "integer", value: 5n }), "the integer 5"],
    [primitive({ $case: "integer", value: 2n ** 60n }), "the integer 1152921504606846976 (beyond 2^53 - 1)"],
    [primitive({ $case: "floatValue", value: 0.5 }), "the float 0.5"],
  ])("shows kinds and numbers, never content: %#", (literal, words) => {
    expect(describeLiteral(literal)).toBe(words);
  });
});
