import { describe, expect, it } from "vitest";
import { toGateValues } from "./gate-values.js";

describe("toGateValues", () => {
  it.each([
    [null, "null"],
    [[true], "an array"],
    [true, "a boolean"],
    ["ok", "a string"],
    [() => true, "a function"],
  ])("refuses gates that are not an object, as %o", (given, words) => {
    expect(() => toGateValues(given as never, [], "gated")).toThrow(
      `gated cannot run with these \`gates\`:\n  - \`gates\` must be "wait" or an object with the names of signals as keys, but ${words} was given`,
    );
  });

  it("takes no gates for none", () => {
    expect(toGateValues(undefined, [], "gated")).toEqual({});
  });
});
