import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { fromLiteral, packed, roundTrip, roundTripPacked, toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const string = t.string();

describe("stringTransformer", () => {
  it.each([
    ["no characters", ""],
    ["ASCII", "a"],
    ["other scripts", "é漢😀"],
    ["a zero", "\u0000"],
    ["a byte order mark", "\ufeffx"],
    ["many characters", "x".repeat(70_000)],
  ])("keeps %s", (_what, value) => {
    expect(roundTrip(string, value)).toBe(value);
    expect(roundTripPacked(string, value)).toBe(value);
  });

  it("refuses half a surrogate pair, which has no UTF-8 form", () => {
    expect(refusal(() => toLiteral(string, "\ud83d"))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be string, but was a string with half a surrogate pair.",
    );
    expect(refusal(() => roundTripPacked(string, "a\ude00b"))).toMatch(/half a surrogate pair/);
  });

  it.each([5, null, undefined, new String("a"), ["a"]])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(string, value))).toMatch(/should be string, but was/);
  });

  it("never shows a text in a message", () => {
    expect(refusal(() => toLiteral(t.int(), "hunter2"))).not.toContain("hunter2");
    expect(refusal(() => fromLiteral(t.int(), toLiteral(string, "hunter2")))).not.toContain("hunter2");
    expect(refusal(() => fromLiteral(t.int(), packed("a7 68756e74657232")))).not.toContain("hunter2");
  });

  it("reads no bytes for a string", () => {
    expect(refusal(() => fromLiteral(string, packed("c4 01 61")))).toMatch(/a MessagePack bytes\.$/);
  });
});
