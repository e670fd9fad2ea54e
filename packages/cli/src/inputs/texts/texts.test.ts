import { describe, expect, it } from "vitest";
import { booleanOf } from "./boolean.js";
import { datetimeOf } from "./datetime.js";
import { durationOf } from "./duration.js";
import { dayAt, isInCalendar } from "./iso-datetime.js";
import { floatOf, intOf } from "./numbers.js";

const now = new Date("2024-05-06T07:08:09.123Z");
const iso = (text: string): string | undefined => {
  const time = datetimeOf(text, now);
  return time === undefined ? undefined : new Date(Number(time.micros / 1000n)).toISOString();
};

describe("intOf", () => {
  it.each([
    ["5", 5n],
    [" -5\t", -5n],
    ["+1_000", 1000n],
    ["１２", 12n],
    ["٣", 3n],
    ["𝟗𝟎", 90n],
    ["\u001C7\u0085", 7n],
    ["\u00A07\u2003", 7n],
    ["9".repeat(4300), BigInt("9".repeat(4300))],
  ])("reads %j", (text, value) => expect(intOf(text)).toBe(value));

  it.each([
    "",
    "5.0",
    "0x10",
    "1__0",
    "_1",
    "1_",
    "- 5",
    "five",
    "\uFEFF5",
    "\u001C5",
    "9".repeat(4301),
    "½",
  ])("refuses %j", (text) => expect(intOf(text)).toBeUndefined());
});

describe("floatOf", () => {
  it.each([
    ["5", 5],
    ["1_0.5", 10.5],
    [".5", 0.5],
    ["5.", 5],
    ["-1e3", -1000],
    ["1e400", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["iNf", Number.POSITIVE_INFINITY],
    ["-nan", Number.NaN],
    ["-0", -0],
  ])("reads %j", (text, value) => expect(floatOf(text)).toBe(value));

  it.each(["", "1,5", "1e", "e5", "0x1", "1_.5", ".", "1 2"])("refuses %j", (text) =>
    expect(floatOf(text)).toBeUndefined(),
  );
});

it("booleanOf reads words of any case", () => {
  expect(["1", "True", " YES ", "on", "t", "y"].map(booleanOf)).toEqual(
    Array.from({ length: 6 }, () => true),
  );
  expect(["0", "FALSE", "no", "off", "f", "n", ""].map(booleanOf)).toEqual(
    Array.from({ length: 7 }, () => false),
  );
  expect(["2", "yess", "null"].map(booleanOf)).toEqual([undefined, undefined, undefined]);
});

describe("durationOf", () => {
  it.each([
    ["1:24", 84],
    [":22", 22],
    ["5 minutes", 300],
    ["1h30m", 5400],
    ["1 day, 2:03:04", 93_784],
    ["2-03:04:05", 183_845],
    ["-1.5 hours", -5400],
    ["0.0001 hours", 0],
    ["4.1m", 246],
    ["1.0000015s", 1.000001],
    ["500ms", 0.5],
    ["-1s 500 milliseconds", -1.5],
    ["- 500ms", -0.5],
    ["1h 1ms", 3600.001],
    ["PT5M", 300],
    ["-P1DT2H", -93_600],
    ["P2W", 1_209_600],
    ["PT0.5S", 0.5],
    ["PT0,5S", 0.5],
  ])("reads %j as %d s", (text, seconds) => expect(durationOf(text)).toBe(BigInt(Math.round(seconds * 1e6))));

  it.each([
    "",
    "5",
    "5 fortnights",
    "P",
    "PT",
    "P1DT",
    "P1M",
    "P1Y",
    "1:2",
    "ms",
    "1.2.3s",
    "1h 30",
    "1:24 5ms",
    `${" ".repeat(300)}5m`,
  ])("refuses %j", (text) => expect(durationOf(text)).toBeUndefined());
});

describe("datetimeOf", () => {
  it.each([
    ["now", "2024-05-06T07:08:09.123Z"],
    ["Today", "2024-05-06T00:00:00.000Z"],
    ["now - 1 day", "2024-05-05T07:08:09.123Z"],
    ["today + PT36H", "2024-05-07T12:00:00.000Z"],
    ["2024-5-6", "2024-05-06T00:00:00.000Z"],
    ["2024-05-06T07:08", "2024-05-06T07:08:00.000Z"],
    ["2024-05-06t7:8:9", "2024-05-06T07:08:09.000Z"],
    ["2024-05-06T07:08:09.5Z", "2024-05-06T07:08:09.500Z"],
    ["2024-05-06T07:08:09+02:00", "2024-05-06T05:08:09.000Z"],
    ["2024-05-06 07:08:09 -0330", "2024-05-06T10:38:09.000Z"],
    ["20240506 0708", "2024-05-06T07:08:00.000Z"],
    ["2024-W19-1 07", "2024-05-06T07:00:00.000Z"],
    ["20240506_0708 Z", "2024-05-06T07:08:00.000Z"],
    ["2024-05- 6 - 1 day", "2024-05-05T00:00:00.000Z"],
    ["2020-W53-7 00:00", "2021-01-03T00:00:00.000Z"],
    ["2024-05-06T12:00Z - 1h", "2024-05-06T11:00:00.000Z"],
    ["0001-01-01", "0001-01-01T00:00:00.000Z"],
  ])("reads %j as %s", (text, time) => expect(iso(text)).toBe(time));

  it.each([
    ...[
      "",
      "noww",
      "2024-13-01",
      "2023-02-29",
      "06/05/2024",
      "1714979289",
      "20240506",
      "2024-W19-1",
      "2021-W53-1 00:00",
      "0000-01-01",
    ],
    ...[
      "2024-05-06 * P1D",
      "2024-05-06 -1d",
      "2024-05-06 7:08",
      "2024-05-06T24:00:00",
      "2024-05-06T07:60",
      "now + 5",
      "now + P1M",
      "2024-05-06T07:08+25:00",
    ],
  ])("refuses %j", (text) => expect(datetimeOf(text, now)).toBeUndefined());

  it("keeps microseconds, and the day of the place", () => {
    const time = datetimeOf("2024-05-06 23:30:00.123456789-05:00", now);
    expect(time?.micros).toBe(1_715_056_200_123_456n);
    expect(time && dayAt(time)).toBe("2024-05-06");
    const before = datetimeOf("1969-12-31T23:59:59.5", now);
    expect(before && dayAt(before)).toBe("1969-12-31");
  });

  it("leaves it to its caller to refuse what no calendar has", () => {
    const texts = ["9999-12-31 + 1 day", "0001-01-01 - 1s", "9999-12-31T23:59:59-01:00"];
    expect(texts.map((text) => isInCalendar(datetimeOf(text, now) ?? { micros: 0n, offset: 0n }))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
