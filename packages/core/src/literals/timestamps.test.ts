import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FlyteDatetime } from "./flyte-datetime.js";
import { fromIsoText, isTimestamp, toDate, toIsoText, toTimestamp } from "./timestamps.js";

const timestamps = fc.record({
  seconds: fc.bigInt({ min: -62_135_596_800n, max: 253_402_300_799n }),
  nanos: fc.integer({ min: 0, max: 999_999_999 }),
});

describe("toDate and toTimestamp", () => {
  it("keep every timestamp", () => {
    fc.assert(
      fc.property(timestamps, (timestamp) => {
        expect(toTimestamp(toDate(timestamp))).toEqual(timestamp);
      }),
    );
  });

  it("keep the order of Dates", () => {
    fc.assert(
      fc.property(timestamps, timestamps, (a, b) => {
        fc.pre(a.seconds < b.seconds);
        expect(toDate(a).getTime()).toBeLessThan(toDate(b).getTime());
      }),
    );
  });

  it("know no invalid Date, and no nanoseconds out of range", () => {
    expect(toTimestamp(new Date(NaN))).toBeUndefined();
    expect(toTimestamp(new FlyteDatetime(0, -1))).toBeUndefined();
    expect(toTimestamp(new FlyteDatetime(0, NaN))).toBeUndefined();
  });

  it("take the nanoseconds of another copy's FlyteDatetime", () => {
    expect(toTimestamp(Object.assign(new Date(1), { nanosOfMillisecond: 5 }))).toEqual({
      seconds: 0n,
      nanos: 1_000_005,
    });
  });
});

describe("FlyteDatetime", () => {
  it("is a Date", () => {
    const date = new FlyteDatetime(1500, 7);
    expect(date).toBeInstanceOf(Date);
    expect(date.toISOString()).toBe("1970-01-01T00:00:01.500Z");
  });
});

describe("toIsoText and fromIsoText", () => {
  it("keep every timestamp to the microsecond", () => {
    fc.assert(
      fc.property(timestamps, ({ seconds, nanos }) => {
        const timestamp = { seconds, nanos: nanos - (nanos % 1000) };
        expect(fromIsoText(toIsoText({ seconds, nanos }))).toEqual(timestamp);
      }),
    );
  });

  it("agree with Date about every millisecond", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(fromIsoText(date.toISOString())).toEqual(toTimestamp(date));
        },
      ),
    );
  });
});

describe("isTimestamp", () => {
  it.each([
    [-62_135_596_801n, 0],
    [253_402_300_800n, 0],
    [0n, -1],
    [0n, 1_000_000_000],
    [0n, 0.5],
    [0n, NaN],
  ])("refuses %d and %d", (seconds, nanos) => {
    expect(isTimestamp({ seconds, nanos })).toBe(false);
  });
});
