import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const float = t.float();

describe("floatTransformer", () => {
  it.each([0, -0, 1, 0.1, 1e308, 5e-324, NaN, Infinity, -Infinity, 2 ** 53])("keeps %d", (value) => {
    expect(roundTrip(float, value)).toBe(value);
    expect(roundTripPacked(float, value)).toBe(value);
  });

  it("is a double on the wire, also when it is whole", () => {
    expect(hexOf(toLiteral(t.struct("R", { x: float }), { x: 1 }))).toBe("81a178cb3ff0000000000000");
  });

  it("reads integers, which is how JSON has whole floats", () => {
    expect(fromLiteral(float, primitive({ $case: "integer", value: 3n }))).toBe(3);
    expect(fromLiteral(float, packed("03"))).toBe(3);
    expect(fromLiteral(t.struct("R", { x: float }), struct({ x: 3 }))).toEqual({ x: 3 });
  });

  it("reads a float of single precision", () => {
    expect(fromLiteral(float, packed("ca 3fc00000"))).toBe(1.5);
  });

  it.each(["1", 1n, null, undefined, true])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(float, value))).toMatch(/The value should be float, but was/);
  });
});
