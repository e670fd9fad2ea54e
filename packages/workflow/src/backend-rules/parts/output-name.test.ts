import { describe, expect, it } from "vitest";
import { parseOutputName } from "./output-name.js";

describe("parseOutputName", () => {
  it.each([
    ["o0", "o0", false, true],
    ["_", "_", false, true],
    ["0", "0", false, true],
    ["[12].o0", "o0", true, true],
    ["o0-", "o0", false, false],
    ["  o0", "o0", false, false],
    ["[0].o0]", "o0", true, false],
    ["[].o0", "o0", false, false],
    ["o0\n", "o0", false, false],
  ] as const)("reads %j as %s", (text, name, isIndexed, isExact) => {
    expect(parseOutputName(text)).toEqual({ name, isIndexed, isExact });
  });

  it.each(["", "-", "é", "o-0", "o0.x", "[0]o0", "[a].o0", "[0].[1].o0", "a b c"])(
    "reads nothing in %j",
    (text) => {
      expect(parseOutputName(text)).toBeUndefined();
    },
  );

  it("looks no further than it has to", () => {
    expect(parseOutputName("a-".repeat(1_000_000))).toBeUndefined();
    expect(parseOutputName("[1".repeat(1_000_000))).toBeUndefined();
  });
});
