import fc from "fast-check";
import type { Value } from "../description/type.js";

type Values = fc.Arbitrary<Value>;

const MICROS = 1_000_000n;
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;
// Protobuf's Duration ends here. A float of seconds, which a record holds, and a number of milliseconds are exact to
// the microsecond for some 30 years.
const LONGEST = 315_576_000_000n * MICROS;
const EXACT_FLOAT = 10n ** 15n;

/** Integers: all of 64 bits if exact, and what a number holds otherwise. */
export function ints(exact: boolean): Values {
  return decimals(
    exact
      ? { min: -(2n ** 63n), max: 2n ** 63n - 1n }
      : { min: BigInt(Number.MIN_SAFE_INTEGER), max: BigInt(Number.MAX_SAFE_INTEGER) },
  );
}

export const datetimes: Values = decimals({
  min: FIRST_SECOND * MICROS,
  max: LAST_SECOND * MICROS + (MICROS - 1n),
});

export const dates: Values = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export function durations(exact: boolean): Values {
  const most = exact ? LONGEST : EXACT_FLOAT;
  return decimals({ min: -most, max: most });
}

// Small numbers are likely to be kept as something else, large ones to be cut off.
function decimals(range: { readonly min: bigint; readonly max: bigint }): Values {
  return fc
    .oneof(fc.bigInt({ min: -200n, max: 200n }), fc.bigInt(range), fc.constantFrom(range.min, range.max))
    .map(String);
}

const ODD = [Number.NaN, -0, 0, 1, Infinity, -Infinity, 5e-324, 1e300, 2 ** 53, 2 ** 63, 0.1, -1.5];

export const floats: fc.Arbitrary<number> = fc.oneof(fc.double(), fc.constantFrom(...ODD));

/** The 8 bytes of a float as hex. There is one NaN. */
export function hexOfFloat(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(Number.isNaN(value) ? Number.NaN : value);
  return bytes.toString("hex");
}

export function floatOfHex(hex: string): number {
  return Buffer.from(hex, "hex").readDoubleBE();
}

export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom("", "a", "\0", "é", "漢", "😀", "\ufeff", "\n", "'", '"', "1", "\ud7ff"),
  }),
  fc.constantFrom("__proto__", "constructor", "true", "null", "1", "1.5", "2024-01-01", "NaN"),
);

export const hexes: fc.Arbitrary<string> = fc
  .uint8Array({ maxLength: 12 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
