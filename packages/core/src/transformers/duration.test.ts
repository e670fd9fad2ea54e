import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  toLiteral,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const duration = t.duration();
const exact = t.duration({ exact: true });
const LONGEST = 315_576_000_000_000;

const literal = (seconds: bigint, nanos: number) =>
  primitive({ $case: "duration", value: { seconds, nanos } });

describe("durationTransformer", () => {
  it.each([0, 1, 0.001, -0.001, 1500, -1250, 3_600_005, LONGEST, -LONGEST])(
    "keeps %d milliseconds",
    (value) => {
      expect(roundTrip(duration, value)).toBe(value);
      expect(roundTripPacked(duration, value)).toBe(value);
    },
  );

  it.each([
    [0.0004, 0],
    [0.0005, 0.001],
    [-0.0005, -0.001],
    [1.9999, 2],
    [0.1 + 0.2, 0.3],
    [-0, 0],
  ])("rounds %d to the microsecond", (given, kept) => {
    expect(roundTrip(duration, given)).toBe(kept);
    expect(roundTripPacked(duration, given)).toBe(kept);
  });

  it("has seconds and nanoseconds of one sign", () => {
    expect(toLiteral(duration, -1250)).toEqual(literal(-1n, -250_000_000));
    expect(toLiteral(duration, -0.5)).toEqual(literal(0n, -500_000));
  });

  it.each([NaN, Infinity, LONGEST + 1, -LONGEST - 1, "1s", 5n, null])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(duration, value))).toMatch(/should be duration in milliseconds, but was/);
    expect(refusal(() => roundTripPacked(duration, value))).toMatch(/should be duration in milliseconds/);
  });

  it("is seconds as a float in MessagePack; an integer is read too", () => {
    expect(hexOf(toLiteral(t.struct("R", { d: duration }), { d: 1500 }))).toBe("81a164cb3ff8000000000000");
    expect(fromLiteral(duration, packed("02"))).toBe(2000);
    expect(fromLiteral(duration, packed("cb bff4000000000000"))).toBe(-1250);
  });

  it("refuses what is no span of time, also from elsewhere", () => {
    expect(refusal(() => fromLiteral(duration, packed("cb 7ff0000000000000")))).toMatch(
      /the MessagePack float Infinity/,
    );
    expect(refusal(() => fromLiteral(duration, packed("cb 7e37e43c8800759c")))).toMatch(/should be duration/);
    expect(refusal(() => fromLiteral(duration, literal(2n ** 62n, 0)))).toMatch(/a duration literal/);
    expect(refusal(() => fromLiteral(duration, packed("a2 3173")))).toMatch(/a MessagePack string/);
  });
});

describe("exactDurationTransformer", () => {
  it.each([0n, 1n, -1n, 1_500_000_001n, -1_250_000_001n, BigInt(LONGEST) * 1_000_000n])(
    "keeps %d nanoseconds",
    (value) => {
      expect(roundTrip(exact, value)).toBe(value);
    },
  );

  it("is cut to microseconds in a record", () => {
    expect(roundTripPacked(exact, 1_000_001_999n)).toBe(1_000_001_000n);
    expect(roundTripPacked(exact, -1_000_001_999n)).toBe(-1_000_001_000n);
  });

  it.each([1, "1", BigInt(LONGEST) * 1_000_000n + 1n])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(exact, value))).toMatch(/should be duration in nanoseconds/);
  });
});
