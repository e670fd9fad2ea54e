import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { parseDuration, type TimeSpan } from "./time-span.js";

const parse = (span: unknown): bigint => parseDuration(span as TimeSpan, "timeout", "task a");
const SECOND = 1_000_000_000n;

describe("parseDuration", () => {
  it.each([
    [0, 0n],
    [1, 1_000_000n],
    [0.5, 500_000n],
    [1e12, 1_000_000_000n * SECOND],
    ["0s", 0n],
    ["1ms", 1_000_000n],
    ["15 milliseconds", 15_000_000n],
    ["1 millisecond", 1_000_000n],
    ["90s", 90n * SECOND],
    ["1 sec", SECOND],
    ["2 seconds", 2n * SECOND],
    ["1.5 s", 1_500_000_000n],
    ["3m", 180n * SECOND],
    ["10 min", 600n * SECOND],
    ["10 minutes", 600n * SECOND],
    ["1 minute", 60n * SECOND],
    ["1.5h", 5400n * SECOND],
    ["2 hours", 7200n * SECOND],
    ["1d", 86_400n * SECOND],
    ["2 days", 172_800n * SECOND],
    ["1w", 604_800n * SECOND],
    ["1 week", 604_800n * SECOND],
    ["2 weeks 3 days", 1_468_800n * SECOND],
    ["1h30m", 5400n * SECOND],
    ["1h 30min", 5400n * SECOND],
    ["1h30m0.5s", 5_400_500_000_000n],
    ["1 H", 3600n * SECOND],
    ["1 Min", 60n * SECOND],
    ["5 Minutes", 300n * SECOND],
    ["500us", 500_000n],
    ["500µs", 500_000n],
    ["7ns", 7n],
    ["0.0s", 0n],
    ["104 days 1ns", 8_985_600n * SECOND + 1n],
    ["315576000000s", 315_576_000_000n * SECOND],
  ])("reads %j", (span, nanoseconds) => {
    expect(parse(span)).toBe(nanoseconds);
  });

  it.each([Infinity, 3.2e14, "400000000000s", "4294967295 days", `${"9".repeat(30)}w`])(
    "says that %s is too long",
    (span) => {
      expect(refusal(() => parse(span))).toContain("takes a span of at most 3652500 days, but was given");
    },
  );

  it.each([
    -1,
    NaN,
    "",
    "10",
    "minutes",
    "-1s",
    "1 month",
    "1 M",
    "1h30",
    "1h-30m",
    "h",
    1e-9,
    1e-300,
    "0.0001 ns",
    "1.s",
    ".5s",
    "1e3s",
    " 1s",
    null,
    5n,
    ["1s"],
    {},
  ])("refuses %o", (span) => {
    expect(refusal(() => parse(span))).toMatch(
      /^OPTION_INVALID: The option `timeout` of task a takes milliseconds or a string like "10 minutes"/,
    );
  });
});
