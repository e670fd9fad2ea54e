import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../test/support/convert.js";
import { FlyteDatetime } from "../literals/flyte-datetime.js";
import { t } from "../makers/t.js";

const date = t.date();

describe("dateTransformer", () => {
  it.each([
    ["2024-05-31", "CgoKCCoGCICm5LIG"],
    ["0001-01-01", "Cg8KDSoLCICSuMOY/v///wE="],
    ["9999-12-31", "CgsKCSoHCIDgy/+vBw=="],
  ])("writes %s as flytekit does", (value, bytes) => {
    expect(wireOf(date, value)).toEqual(["CAU=", bytes]);
    expect(roundTrip(date, value)).toBe(value);
    expect(roundTripPacked(date, value)).toBe(value);
  });

  it("takes the day of a Date in UTC", () => {
    for (const value of [
      new Date("2024-05-31T23:59:59.999Z"),
      new FlyteDatetime(Date.UTC(2024, 4, 31), 1),
      runInNewContext("new Date(Date.UTC(2024, 4, 31, 12))"),
    ])
      expect(roundTrip(date, value)).toBe("2024-05-31");
    expect(roundTrip(date, new Date(-62_135_596_800_000))).toBe("0001-01-01");
    expect(transformerOf(date).toJson?.("2024-05-31")).toBe("2024-05-31");
  });

  it.each([
    "2024-02-30",
    "2023-02-29",
    "0000-01-01",
    "2024-5-31",
    "2024-05-31T00:00:00Z",
    "2024-05-31Z",
    " 2024-05-31",
    "20240531",
    "",
    1_717_113_600_000,
  ])("refuses %j", (value) => {
    const error = caught(() => toLiteral(date, value));
    expect(error.code).toBe("VALUE_TYPE_MISMATCH");
    expect(error.hint).toBe('Give a day of the calendar such as `"2024-05-31"`, or a Date.');
  });

  it("refuses a Date that is invalid, or of a year that Flyte does not hold", () => {
    expect(caught(() => toLiteral(date, new Date(Number.NaN))).hint).toMatch(/^Check what the Date/);
    for (const time of [253_402_300_800_000, -62_135_596_800_001, 8.64e15, -8.64e15])
      expect(refusal(() => toLiteral(date, new Date(time)))).toMatch(
        /should be date .*, but was a Date of the/,
      );
  });

  it("refuses a time of day, which would be lost", () => {
    const at = (seconds: bigint, nanos = 0) => primitive({ $case: "datetime", value: { seconds, nanos } });
    for (const literal of [at(1n), at(-1n), at(0n, 1), at(43_200n), at(253_402_300_800n)])
      expect(refusal(() => fromLiteral(date, literal))).toMatch(/should be date .*, but was a datetime/);
    expect(fromLiteral(date, at(-86_400n))).toBe("1969-12-31");
  });

  it("reads the text of a record, and no other", () => {
    expect(fromLiteral(date, packed("aa 32303234 2d 3035 2d 3331"))).toBe("2024-05-31");
    expect(fromLiteral(date, primitive({ $case: "stringValue", value: "2024-05-31" }))).toBe("2024-05-31");
    expect(refusal(() => fromLiteral(date, packed("01")))).toMatch(/the MessagePack int 1/);
    expect(refusal(() => fromLiteral(date, packed("a1 32")))).toMatch(/a MessagePack string/);
  });
});
