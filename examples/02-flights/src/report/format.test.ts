import { describe, expect, it } from "vitest";
import { describeDelay, formatCount, formatDate, formatNumber, formatShare, formatTick } from "./format.js";

describe("formatCount", () => {
  it("groups thousands and has a true minus", () => {
    expect([0, 999, 1000, 1234567, -45, -0.2].map(formatCount)).toEqual([
      "0",
      "999",
      "1,000",
      "1,234,567",
      "−45",
      "0",
    ]);
  });
});

describe("formatTick", () => {
  it("has decimals only where needed", () => {
    expect([2, -0.5, 0.1 + 0.2, 1500].map(formatTick)).toEqual(["2", "−0.5", "0.3", "1,500"]);
  });
});

describe("formatNumber", () => {
  it("fixes decimals and gives no sign to what rounds to zero", () => {
    expect([formatNumber(7.49), formatNumber(-0.04), formatNumber(-2, 2)]).toEqual(["7.5", "0.0", "−2.00"]);
  });
});

describe("formatShare", () => {
  it("writes a percentage", () => {
    expect(formatShare(0.2157)).toBe("21.6\u00a0%");
  });
});

describe("describeDelay", () => {
  it("says early, late or on time", () => {
    expect([-2.94, -1, 0.04, 1, 8].map(describeDelay)).toEqual([
      "2.9 minutes early",
      "1 minute early",
      "on time",
      "1 minute late",
      "8 minutes late",
    ]);
  });
});

describe("formatDate", () => {
  it("writes the date in UTC", () => {
    expect(formatDate(new Date("2001-03-31T23:59:00Z"))).toBe("31 March 2001");
  });
});
