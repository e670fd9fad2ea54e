import { describe, expect, it } from "vitest";
import { hourOf, parseDeparture } from "./parse-departure.js";

describe("parseDeparture", () => {
  it("keeps the digits in the UTC fields", () => {
    expect(parseDeparture("2001/01/31 06:30")?.toISOString()).toBe("2001-01-31T06:30:00.000Z");
  });

  it("refuses moments that do not exist and other spellings", () => {
    const texts = [
      "2001/02/29 06:30",
      "2001/13/01 06:30",
      "2001/01/31 24:00",
      "2001/01/31 06:60",
      "2001-01-31",
      "",
    ];
    for (const text of texts) expect(parseDeparture(text)).toBeUndefined();
  });
});

describe("hourOf", () => {
  it("is decimal", () => {
    expect(hourOf(new Date("2001-01-31T06:45:00Z"))).toBe(6.75);
  });
});
