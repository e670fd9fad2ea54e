import { describe, expect, it } from "vitest";

import { FlyteDatetime } from "./flyte-datetime.js";
import { toTimestamp } from "./timestamps.js";

const nanosAfter = (change: (date: Date) => unknown): number | undefined => {
  const date = new FlyteDatetime(Date.UTC(2024, 4, 1), 123_456);
  change(date);
  return toTimestamp(date)?.nanos;
};

describe("FlyteDatetime", () => {
  it.each<[string, (date: Date) => unknown]>([
    ["setUTCHours", (date) => date.setUTCHours(0, 0, 0, 0)],
    ["setHours", (date) => date.setHours(0, 0, 0, 0)],
    ["setUTCMinutes", (date) => date.setUTCMinutes(0, 0, 0)],
    ["setMinutes", (date) => date.setMinutes(0, 0, 0)],
    ["setUTCSeconds", (date) => date.setUTCSeconds(0, 0)],
    ["setSeconds", (date) => date.setSeconds(0, 0)],
    ["setUTCMilliseconds", (date) => date.setUTCMilliseconds(0)],
    ["setMilliseconds", (date) => date.setMilliseconds(0)],
    ["setTime to another time", (date) => date.setTime(0)],
    ["setTime to the same time", (date) => date.setTime(date.getTime())],
  ])("drops its nanoseconds where the milliseconds are set: %s", (_what, change) => {
    expect(nanosAfter(change)).toBe(0);
  });

  it.each<[string, (date: Date) => unknown]>([
    ["setUTCFullYear", (date) => date.setUTCFullYear(2025)],
    ["setUTCDate", (date) => date.setUTCDate(2)],
    ["setUTCHours without milliseconds", (date) => date.setUTCHours(5)],
    ["setUTCSeconds without milliseconds", (date) => date.setUTCSeconds(5)],
  ])("keeps them with the milliseconds: %s", (_what, change) => {
    expect(nanosAfter(change)).toBe(123_456);
  });

  it("sets what Date sets, and returns what Date returns", () => {
    const [ours, plain] = [new FlyteDatetime(1500, 7), new Date(1500)];
    expect(ours.setUTCHours(3, 4, 5, 6)).toBe(plain.setUTCHours(3, 4, 5, 6));
    expect(ours.getTime()).toBe(plain.getTime());
    expect(ours.setTime.name).not.toBe("");
  });
});
