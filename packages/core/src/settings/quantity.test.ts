import { describe, expect, it } from "vitest";
import { parseQuantity } from "./quantity.js";

const ONE = 10n ** 9n;
const MOST = (2n ** 63n - 1n) * ONE;

// All of it is what `resource.ParseQuantity` of k8s.io/apimachinery 0.28.2 says.
describe("parseQuantity", () => {
  it.each([
    ["0", 0n],
    ["1", ONE],
    ["+1", ONE],
    ["-1", -ONE],
    ["00012", 12n * ONE],
    ["1.5", ONE + ONE / 2n],
    [".5", ONE / 2n],
    ["5.", 5n * ONE],
    ["-0.5", -ONE / 2n],
    ["1n", 1n],
    ["1u", 1000n],
    ["1m", 1_000_000n],
    ["500m", ONE / 2n],
    ["1k", 10n ** 12n],
    ["1M", 10n ** 15n],
    ["1G", 10n ** 18n],
    ["1T", 10n ** 21n],
    ["1P", 10n ** 24n],
    ["1E", 10n ** 27n],
    ["1Ki", 1024n * ONE],
    ["1Mi", 1024n ** 2n * ONE],
    ["1Gi", 1024n ** 3n * ONE],
    ["1Ti", 1024n ** 4n * ONE],
    ["1Pi", 1024n ** 5n * ONE],
    ["1Ei", 1024n ** 6n * ONE],
    ["1.5Ki", 1536n * ONE],
    [".5Mi", 524_288n * ONE],
    ["1e9", 10n ** 18n],
    ["1E9", 10n ** 18n],
    ["1e+3", 10n ** 12n],
    ["1e-3", 1_000_000n],
    ["1e05", 10n ** 14n],
    ["1.5e3", 1500n * ONE],
    ["1e0", ONE],
    // What is less than a billionth counts as one.
    ["0.1n", 1n],
    ["1.1n", 2n],
    ["-0.1n", -1n],
    ["0.0000000001", 1n],
    ["0.00000000010000Ki", 103n],
    ["1e-400", 1n],
    ["0e-400", 0n],
    // 32 bits of the exponent are used.
    ["1e9223372036854775807", 10n ** 8n],
    ["1e-9223372036854775808", ONE],
    ["1e4294967297", 10n * ONE],
    ["1e2147483647", 10n ** 309n],
    // Of binary units no more than a signed number of 64 bits.
    ["7Ei", 7n * 1024n ** 6n * ONE],
    ["8Ei", MOST],
    ["9000Ei", MOST],
    ["-9Ei", -MOST],
    ["9223372036854775808.5Ki", MOST],
    ["9223372036854775808", 2n ** 63n * ONE],
    // No digits are none of the unit.
    ["+", 0n],
    ["-", 0n],
    [".", 0n],
    ["-.", 0n],
    ["m", 0n],
    ["n", 0n],
    ["E", 0n],
    ["Ki", 0n],
    [".Ti", 0n],
    ["e5", 0n],
    ["e-9", 0n],
    [".0000000000", 0n],
  ])("reads %s", (text, billionths) => {
    expect(parseQuantity(text)).toBe(billionths);
  });

  it.each([
    "",
    "x",
    "i",
    "e",
    "e+",
    "e-10",
    ".e-10",
    "Pi",
    "-.Ei",
    "1core",
    "1K",
    "1ki",
    "1mi",
    "1ni",
    "1i",
    "1N",
    "1e",
    "1E+",
    "1e1.5",
    "1e5Ki",
    "1m1",
    "1.5.5",
    "++1",
    "1,5",
    "1 Gi",
    " 1",
    "1 ",
    "1\n",
    "0x1",
    "1_0",
    "\u0661",
    "Infinity",
    "1e9223372036854775808",
    "1e-9223372036854775809",
    "1e99999999999999999999",
  ])("cannot read %j", (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it("reads up to a hundred characters", () => {
    expect(parseQuantity("9".repeat(100))).toBe((10n ** 100n - 1n) * ONE);
    expect(parseQuantity("9".repeat(101))).toBeUndefined();
    expect(parseQuantity(`1.${"0".repeat(97)}1`)).toBe(ONE + 1n);
    expect(parseQuantity("1".repeat(1_000_000))).toBeUndefined();
  });
});
