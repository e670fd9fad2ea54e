import { runInNewContext } from "node:vm";

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
import { FlyteDatetime } from "../literals/flyte-datetime.js";
import { t } from "../makers/t.js";

const datetime = t.datetime();
const exact = t.datetime({ exact: true });

const literal = (seconds: bigint, nanos: number) =>
  primitive({ $case: "datetime", value: { seconds, nanos } });
const text = (iso: string) =>
  packed(`${(0xa0 + iso.length).toString(16)}${Buffer.from(iso).toString("hex")}`);
const long = (iso: string) =>
  packed(`d9${iso.length.toString(16).padStart(2, "0")}${Buffer.from(iso).toString("hex")}`);

describe("datetimeTransformer", () => {
  it.each([
    "2024-02-29T12:30:15.123Z",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.500Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
  ])("keeps %s", (iso) => {
    expect(roundTrip(datetime, new Date(iso))).toEqual(new Date(iso));
    expect(roundTripPacked(datetime, new Date(iso))).toEqual(new Date(iso));
  });

  it("counts seconds down and nanoseconds up before 1970", () => {
    expect(toLiteral(datetime, new Date(-1))).toEqual(literal(-1n, 999_000_000));
  });

  it("keeps nanoseconds that a Date cannot show", () => {
    const read = fromLiteral(datetime, literal(-1n, 999_999_999)) as FlyteDatetime;
    expect(read).toBeInstanceOf(FlyteDatetime);
    expect([read.getTime(), read.nanosOfMillisecond]).toEqual([-1, 999_999]);
    expect(toLiteral(datetime, read)).toEqual(literal(-1n, 999_999_999));
  });

  it("gives a plain Date where milliseconds say it all", () => {
    expect(fromLiteral(datetime, literal(1n, 5_000_000))).not.toBeInstanceOf(FlyteDatetime);
  });

  it("takes a Date of another realm, and nothing that only claims to be one", () => {
    expect(roundTrip(datetime, runInNewContext("new Date(5)"))).toEqual(new Date(5));
    expect(refusal(() => toLiteral(datetime, { [Symbol.toStringTag]: "Date" }))).toMatch(/but was an object/);
  });

  it.each([
    ["an invalid Date", new Date(NaN), "an invalid Date"],
    ["a year too late", new Date("+010000-01-01T00:00:00Z"), "a Date of the year 10000"],
    ["a year too early", new Date("0000-12-31T23:59:59Z"), "a Date of the year 0"],
    ["nanoseconds out of range", new FlyteDatetime(0, 1_000_000), "a Date"],
    ["milliseconds", 5, "the number 5"],
    ["a text", "2024-01-01", "a string"],
    ["null", null, "null"],
  ])("refuses %s", (_what, value, words) => {
    const refused = `VALUE_TYPE_MISMATCH: The value should be datetime (a Date of the years 1 to 9999), but was ${words}.`;
    expect(refusal(() => toLiteral(datetime, value))).toBe(refused);
    expect(refusal(() => roundTripPacked(datetime, value))).toBe(refused);
  });

  it("is written into records as Python writes it", () => {
    const bytesOf = (date: Date): Buffer =>
      Buffer.from(hexOf(toLiteral(t.struct("R", { d: datetime }), { d: date })), "hex");
    const written = (date: Date): string =>
      bytesOf(date)
        .toString()
        .replace(/^[^]*?(?=\d{4}-)/, "");
    expect(written(new Date(0))).toBe("1970-01-01T00:00:00+00:00");
    expect(written(new Date(-1))).toBe("1969-12-31T23:59:59.999000+00:00");
    expect(written(new FlyteDatetime(1, 2_999))).toBe("1970-01-01T00:00:00.001002+00:00");
  });

  it.each([
    ["2024-01-02", 1_704_153_600_000],
    ["2024-01-02T03:04", 1_704_164_640_000],
    ["2024-01-02 03:04:05Z", 1_704_164_645_000],
    ["2024-01-02T03:04:05+05:30", 1_704_144_845_000],
    ["2024-01-02T03:04:05-0530", 1_704_184_445_000],
  ])("reads %s", (iso, milliseconds) => {
    expect((fromLiteral(datetime, text(iso)) as Date).getTime()).toBe(milliseconds);
  });

  it("reads up to nine decimals", () => {
    expect(fromLiteral(exact, long("1969-12-31T23:59:59.123456789+00:00"))).toEqual({
      seconds: -1n,
      nanos: 123_456_789,
    });
    expect(fromLiteral(exact, text("1970-01-01T00:00:00.5Z"))).toEqual({ seconds: 0n, nanos: 500_000_000 });
  });

  it.each([
    "2024-02-30",
    "2023-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-01-01T24:00",
    "0000-01-01",
    "24-01-01",
    "noon",
    "",
  ])("refuses the text %j", (iso) => {
    expect(refusal(() => fromLiteral(datetime, text(iso)))).toMatch(/but was a MessagePack string/);
  });

  it("refuses a timestamp outside of what the IDL allows", () => {
    expect(refusal(() => fromLiteral(datetime, literal(2n ** 60n, 0)))).toMatch(/a datetime literal/);
    expect(refusal(() => fromLiteral(datetime, literal(0n, -1)))).toMatch(/a datetime literal/);
  });
});

describe("exactDatetimeTransformer", () => {
  it.each([
    { seconds: 0n, nanos: 1 },
    { seconds: -62_135_596_800n, nanos: 0 },
    { seconds: 253_402_300_799n, nanos: 999_999_999 },
  ])("keeps $seconds and $nanos", (value) => {
    expect(roundTrip(exact, value)).toEqual(value);
    expect(roundTripPacked(exact, value)).toEqual({ ...value, nanos: value.nanos - (value.nanos % 1000) });
  });

  it.each([
    { seconds: 0, nanos: 0 },
    { seconds: 0n, nanos: -1 },
    { seconds: 0n, nanos: 1e9 },
    { seconds: 0n, nanos: 0.5 },
    { seconds: 253_402_300_800n, nanos: 0 },
    { seconds: 0n },
  ])("refuses $seconds and $nanos", (value) => {
    expect(refusal(() => toLiteral(exact, value))).toMatch(/should be datetime \{ seconds, nanos \}/);
  });

  it("keeps no hold of the object it was given", () => {
    const value = { seconds: 1n, nanos: 2 };
    const written = toLiteral(exact, value);
    value.nanos = 3;
    expect(fromLiteral(exact, written)).toEqual({ seconds: 1n, nanos: 2 });
  });
});
