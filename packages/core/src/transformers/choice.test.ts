import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  primitive,
  roundTrip,
  roundTripPacked,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const [sides, ints, floats, yes] = [
  t.literal(["left", "right"]),
  t.literal([1, 2]),
  t.literal([1.5, 2], { float: true }),
  t.literal([true]),
];

describe("choiceTransformer", () => {
  it("writes what flytekit writes", () => {
    expect(wireOf(sides, "left")).toEqual([
      "CANKKQonCiUKDmxpdGVyYWxfdmFsdWVzEhMyEQoGGgRsZWZ0CgcaBXJpZ2h0",
      "CggKBhoEbGVmdA==",
    ]);
    expect(wireOf(ints, 2)).toEqual([
      "CAFKLgosCioKDmxpdGVyYWxfdmFsdWVzEhgyFgoJEQAAAAAAAPA/CgkRAAAAAAAAAEA=",
      "CgQKAggC",
    ]);
    expect(wireOf(floats, 2)).toEqual([
      "CAJKLgosCioKDmxpdGVyYWxfdmFsdWVzEhgyFgoJEQAAAAAAAPg/CgkRAAAAAAAAAEA=",
      "CgsKCREAAAAAAAAAQA==",
    ]);
    expect(wireOf(yes, true)).toEqual(["CARKHAoaChgKDmxpdGVyYWxfdmFsdWVzEgYyBAoCIAE=", "CgQKAiAB"]);
  });

  it("describes itself in a record as flytekit does", () => {
    expect([sides, ints, yes, t.literal(["x"])].map((type) => transformerOf(type).jsonSchema)).toEqual([
      { enum: ["left", "right"] },
      { enum: [1, 2] },
      { const: true },
      { const: "x" },
    ]);
    // flytekit's own form has no members at all, and it cannot read it.
    expect(transformerOf(floats).jsonSchema).toEqual({ type: "number" });
  });

  it.each([
    [sides, "right"],
    [ints, 1],
    [floats, 1.5],
    [yes, true],
    [t.literal([2n ** 62n, 1]), 2n ** 62n],
    [t.literal([0.5, 0]), 0],
  ])("gives back the constant as it was written", (type, value) => {
    expect(roundTrip(type, value)).toBe(value);
    expect(roundTripPacked(type, value)).toBe(value);
  });

  it("takes an integer as number and as bigint, and gives the one that was declared", () => {
    expect(roundTrip(t.literal([1n, 2]), 1)).toBe(1n);
    expect(roundTrip(t.literal([1n, 2]), 2n)).toBe(2);
  });

  it("refuses another value of the kind, given or received", () => {
    const error = caught(() => toLiteral(sides, "up"));
    expect(`${error.code}: ${error.text}`).toBe(
      'VALUE_TYPE_MISMATCH: The value should be one of the constants "left", "right", but was a string.',
    );
    expect(error.hint).toBe(
      "Give one of these constants, or add the one you need to the `t.literal([...])`.",
    );
    expect(refusal(() => fromLiteral(sides, primitive({ $case: "stringValue", value: "up" })))).toMatch(
      /but was a string literal/,
    );
    expect(refusal(() => fromLiteral(ints, primitive({ $case: "integer", value: 3n })))).toMatch(
      /but was the integer 3/,
    );
    expect(refusal(() => roundTripPacked(yes, false))).toMatch(/but was a boolean/);
  });

  it("refuses a value of another kind", () => {
    for (const [type, value] of [
      [sides, 1],
      [ints, "1"],
      [ints, 1.5],
      [ints, true],
      [yes, 1],
      [floats, Number.NaN],
    ] as const)
      expect(refusal(() => toLiteral(type, value))).toMatch(/^VALUE_TYPE_MISMATCH: .* one of the constants/);
    expect(refusal(() => fromLiteral(ints, toLiteral(t.string(), "1")))).toMatch(/^VALUE_TYPE_MISMATCH/);
  });
});
