import { describe, expect, it } from "vitest";
import { parseGoDuration } from "./go-duration.js";

// All of it is what `time.ParseDuration` of Go 1.26 says.
describe("parseGoDuration", () => {
  it.each([
    ["0", 0n],
    ["+0", 0n],
    ["-0", 0n],
    ["0s", 0n],
    ["1ns", 1n],
    ["1us", 1000n],
    ["1\u00b5s", 1000n],
    ["1\u03bcs", 1000n],
    ["1ms", 1_000_000n],
    ["1s", 1_000_000_000n],
    ["1m", 60_000_000_000n],
    ["1h", 3_600_000_000_000n],
    ["1h30m", 5_400_000_000_000n],
    ["1m1m", 120_000_000_000n],
    ["1s1h", 3_601_000_000_000n],
    ["1.5h", 5_400_000_000_000n],
    [".5s", 500_000_000n],
    ["5.s", 5_000_000_000n],
    ["0.1ns", 0n],
    ["1.9ns", 1n],
    ["0.000000001s", 1n],
    ["1.000000000000000000000000000001s", 1_000_000_000n],
    ["+5m", 300_000_000_000n],
    ["-5m", -300_000_000_000n],
    ["-1.5s", -1_500_000_000n],
    ["00000000000000000000000001h", 3_600_000_000_000n],
    ["9223372036854775807ns", 2n ** 63n - 1n],
    ["-9223372036854775808ns", -(2n ** 63n)],
    ["2562047h47m16.854775807s", 2n ** 63n - 1n],
    // Go's fractions are floats.
    ["0.999999999999999999999ns", 1n],
    ["-30.999999999999999999999h", -111_600_000_000_000n],
    [".5\u03bcs00012.999999999999999999999s1.5m", 103_000_000_500n],
    ["-30.m5.999999999999999999999h2562047.000000001m", -153_746_220_000_000_060n],
    ["9223372036854775808ns9223372036854775808ns", 0n],
  ])("reads %s", (text, nanoseconds) => {
    expect(parseGoDuration(text)).toBe(nanoseconds);
  });

  it.each([
    "",
    "+",
    "-",
    "1",
    "00",
    "1.5",
    ".",
    ".s",
    "s",
    "h1",
    "1d",
    "1S",
    "1H",
    "1 h",
    " 1h",
    "1h ",
    "1h-30m",
    "--1h",
    "+-1h",
    "1h30",
    "1..5s",
    "1.5.s",
    "1e3s",
    "1,5s",
    "\u0661h",
    "0x1s",
    "1min",
    "9223372036854775808ns",
    "-9223372036854775809ns",
    "2562048h",
    "99999999999999999999ns",
    "5124095h",
    "2562047h47m16.854775808s",
    "9223372036854775807.999999999999999999999ns",
    "-9223372036854775808ns1ns",
  ])("refuses %s", (text) => {
    expect(parseGoDuration(text)).toBeUndefined();
  });

  it("is quick with long texts", () => {
    const start = performance.now();
    expect(parseGoDuration(`${"0".repeat(300_000)}1s`)).toBe(1_000_000_000n);
    expect(parseGoDuration(`${"9".repeat(300_000)}s`)).toBeUndefined();
    expect(parseGoDuration(`0.${"9".repeat(300_000)}s`)).toBe(1_000_000_000n);
    expect(parseGoDuration(`0.${"0".repeat(300_000)}1s`)).toBe(0n);
    expect(parseGoDuration("1ns".repeat(100_000))).toBe(100_000n);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
