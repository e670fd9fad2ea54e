import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { fromLiteral, packed, roundTrip, roundTripPacked, toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const color = t.enum(["red", "green"]);

describe("enumTransformer", () => {
  it.each(["red", "green"])("keeps %s", (value) => {
    expect(roundTrip(color, value)).toBe(value);
    expect(roundTripPacked(color, value)).toBe(value);
  });

  it("refuses another text, and shows only what is wanted", () => {
    const text = 'VALUE_TYPE_MISMATCH: The value should be enum("red", "green"), but was a string.';
    expect(refusal(() => toLiteral(color, "hunter2"))).toBe(text);
    expect(refusal(() => fromLiteral(color, toLiteral(t.string(), "hunter2")))).toMatch(/a string literal/);
    expect(refusal(() => fromLiteral(color, packed("a1 62")))).toMatch(/a MessagePack string/);
  });

  it("keeps an empty text, and texts that look like members of Object", () => {
    const odd = t.enum(["", "constructor", "__proto__"]);
    expect(["", "constructor", "__proto__"].map((value) => roundTrip(odd, value))).toEqual([
      "",
      "constructor",
      "__proto__",
    ]);
    expect(refusal(() => toLiteral(odd, "toString"))).toMatch(/but was a string/);
  });
});
