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
