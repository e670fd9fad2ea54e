// In nanoseconds. The micro sign and the Greek letter look alike, and Go takes both.
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["\u00b5s", 1000n],
  ["\u03bcs", 1000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);
const PART = /(\d*)(?:\.(\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;
// What 64 bits hold below zero; above it is one less.
const LONGEST = 2n ** 63n;

/**
 * The nanoseconds of a text that Go reads as a duration, such as `1h30m` or `-1.5s`; `undefined` for any other.
 *
 * The sign is one for the whole, a number without a unit is none unless it is 0, and the sum has to fit in
 * 64 bits.
 */
export function parseGoDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const rest = text.slice(sign.length);
  const size = rest === "0" ? 0n : sumOfParts(rest);
  if (size === undefined) return undefined;
  if (sign === "-") return -size;
  return size === LONGEST ? undefined : size;
}

function sumOfParts(text: string): bigint | undefined {
  let sum = 0n;
  let at = 0;
  do {
    PART.lastIndex = at;
    const match = PART.exec(text);
    const size = match === null ? undefined : sizeOfPart(match);
    if (size === undefined) return undefined;
    // Go's sum has 64 bits: two of the longest make nothing.
    sum = BigInt.asUintN(64, sum + size);
    if (sum > LONGEST) return undefined;
    at = PART.lastIndex;
  } while (at < text.length);
  return sum;
}

function sizeOfPart([, whole = "", fraction = "", unitName = ""]: readonly string[]): bigint | undefined {
  const unit = UNITS.get(unitName);
  const digits = whole.replace(/^0+/, "");
  // No more than 64 bits have room for; numbers without end would take time without end.
  if (unit === undefined || whole + fraction === "" || digits.length > 19) return undefined;
  const units = BigInt(digits);
  if (units > LONGEST / unit) return undefined;
  const size = units * unit + fractionOf(fraction, Number(unit));
  return size > LONGEST ? undefined : size;
}

/** The part of a unit behind the point, calculated as Go does it: with floats, so perhaps rounded. */
function fractionOf(digits: string, unit: number): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const longer = value * 10n + BigInt(digit);
    // Digits that have no room are passed over.
    if (longer >= LONGEST) break;
    value = longer;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (unit / scale)));
}
