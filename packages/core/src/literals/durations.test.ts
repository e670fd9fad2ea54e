import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  fromMilliseconds,
  fromSeconds,
  isDuration,
  toDuration,
  toMilliseconds,
  toNanoseconds,
  toSeconds,
} from "./durations.js";

const LONGEST = 315_576_000_000n * 1_000_000_000n;
// Microseconds that a number of seconds can still tell apart: 142 years.
const micros = fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n });

describe("durations", () => {
  it("have seconds and nanoseconds of one sign", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -LONGEST, max: LONGEST }), (nanoseconds) => {
        const { seconds, nanos } = toDuration(nanoseconds);
        expect(toNanoseconds({ seconds, nanos })).toBe(nanoseconds);
        expect(Number(seconds) * nanos).toBeGreaterThanOrEqual(0);
        expect(Math.abs(nanos)).toBeLessThan(1e9);
      }),
    );
  });

  it("keep every microsecond as milliseconds and as seconds", () => {
    fc.assert(
      fc.property(micros, (value) => {
        expect(fromMilliseconds(toMilliseconds(value * 1000n))).toBe(value * 1000n);
        expect(fromSeconds(toSeconds(value * 1000n))).toBe(value * 1000n);
      }),
    );
  });

  it("are the same with the other sign", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (value) => {
        expect(fromMilliseconds(-value)).toBe(-(fromMilliseconds(value) ?? 0n));
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity])("are not %d", (value) => {
    expect([fromMilliseconds(value), fromSeconds(value)]).toEqual([undefined, undefined]);
  });

  it("end at about 10,000 years", () => {
    expect([
      isDuration(LONGEST),
      isDuration(-LONGEST),
      isDuration(LONGEST + 1n),
      isDuration(-LONGEST - 1n),
    ]).toEqual([...[true, true], ...[false, false]]);
  });
});

describe("seconds of long spans", () => {
  // As Python 3.11 divides them: timedelta(microseconds=n).total_seconds().
  it.each([
    [24_424_379_774_802_969n, 24424379774.80297],
    [-36_491_018_457_273_502n, -36491018457.2735],
    [139_088_076_471_210_423n, 139088076471.21042],
    [1n, 1e-6],
    [-1_500_000n, -1.5],
  ])("are rounded once: %d microseconds", (micros, seconds) => {
    expect(toSeconds(micros * 1000n)).toBe(seconds);
  });
});
