import { describe, expect, it } from "vitest";
import { isTimeZone } from "./time-zone.js";

describe("isTimeZone", () => {
  it.each([
    "",
    "Local",
    "UTC",
    "Etc/UTC",
    "Etc/GMT+5",
    "Etc/GMT-14",
    "GMT",
    "GMT0",
    "GMT+0",
    "EST",
    "CET",
    "HST",
    "MST",
    "WET",
    "EET",
    "MET",
    "PRC",
    "ROC",
    "ROK",
    "UCT",
    "EST5EDT",
    "PST8PDT",
    "NZ-CHAT",
    "W-SU",
    "GB",
    "GB-Eire",
    "Zulu",
    "Europe/Berlin",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Calcutta",
    "US/Eastern",
    "America/Port-au-Prince",
    "America/Indiana/Tell_City",
    "America/Argentina/ComodRivadavia",
    "Antarctica/DumontDUrville",
    "Australia/LHI",
  ])("knows %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    "utc",
    "local",
    "europe/berlin",
    "Europe/berlin",
    "EUROPE/BERLIN",
    "US/EASTERN",
    "US/eastern",
    "Europe/BErlin",
    "Europe/Atlantis",
    "Europe/",
    "/UTC",
    "Europe//Berlin",
    "../UTC",
    "+01:00",
    "UTC+1",
    "PST",
    "IST",
    "ACT",
    "CST",
    "SystemV/AST4",
    "Berlin",
    " UTC",
    "UTC ",
    "UTC\n",
    "__proto__",
    "\u0130stanbul",
    `A${"a".repeat(100_000)}`,
  ])("does not know %s", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it("knows every zone that Intl lists", () => {
    const unknown = Intl.supportedValuesOf("timeZone").filter((name) => !isTimeZone(name));
    expect(unknown).toEqual([]);
  });
});
