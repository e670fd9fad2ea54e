import { describe, expect, it } from "vitest";
import { countsText, durationText } from "./words.js";

describe("a duration in words", () => {
  it.each([
    [-1, "0ms"],
    [0.4, "0ms"],
    [999.4, "999ms"],
    [999.6, "1.0s"],
    [59_949, "59.9s"],
    [59_960, "1m 00s"],
    [125_000, "2m 05s"],
    [3_720_000, "1h 02m"],
    [259_200_000, "72h 00m"],
  ])("is short: %d", (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe("counts in words", () => {
  it("leave out what there is none of", () => {
    expect(countsText({ succeeded: 10_000, failed: 0, skipped: 1 })).toBe("10,000 succeeded, 1 skipped");
  });
});
