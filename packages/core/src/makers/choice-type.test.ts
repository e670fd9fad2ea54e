import { describe, expect, it } from "vitest";

import { caught } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { t } from "./t.js";

const literal = t.literal as (values: unknown, options?: unknown) => unknown;

describe("t.literal", () => {
  it.each([
    [[], "was given an empty list"],
    [undefined, "was given nothing"],
    ["left", "was given a string"],
    [["a", 1], "was given a string and a number"],
    [[true, 1], "was given a boolean and a number"],
    [["a", "a"], 'was given "a" twice'],
    [[1, 1n], "was given the bigint 1 twice"],
    [[0, -0], "was given 0 twice"],
    [[null], "was given null"],
    [["a", undefined], "was given nothing"],
    [[["a"]], "was given an array"],
    [[new Date()], "was given a Date"],
    [["\ud800"], 'was given "\\ud800"'],
    [[Number.NaN], "was given NaN"],
    [[1.5, 1n], "was given a bigint and a float"],
    [[2 ** 53], "was given the number 9007199254740992 (beyond 2^53 - 1)"],
    [[2n ** 63n], "was given the bigint 9223372036854775808"],
  ])("refuses constants (case %#)", (values, problem) => {
    const error = caught(() => literal(values));
    expect(`${error.code}: ${error.text}`).toBe(
      `LITERAL_VALUES_INVALID: t.literal takes a list of different constants of one kind, but ${problem}.`,
    );
  });

  it("refuses holes, and floats that are none", () => {
    expect(caught(() => literal(Array.from({ length: 2 }))).text).toMatch(/was given nothing/);
    expect(caught(() => literal(["a"], { float: true })).text).toMatch(/a string with `float: true`/);
    expect(caught(() => literal([1n], { float: true })).text).toMatch(/a bigint and a float/);
    expect(caught(() => literal([1], { float: 1 })).code).toBe("OPTION_INVALID");
    expect(caught(() => literal([1], { floats: true })).code).toBe("OPTION_UNKNOWN");
  });

  it("points at the author's line", () => {
    const error = caught(() => t.literal([])); // empty
    expect(error.location).toEqual(here(import.meta.url, "empty", "literal"));
  });
});
