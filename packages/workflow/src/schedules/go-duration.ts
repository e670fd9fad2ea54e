// In nanoseconds. The micro sign and the Greek letter mu look alike, and Go accepts both.
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
// A signed integer of 64 bits goes down to -LONGEST, and up to LONGEST - 1.
const LONGEST = 2n ** 63n;

/**
 * The nanoseconds of a text that Go reads as a duration, such as `1h30m` or `-1.5s`; `undefined` for any other.
 *
 * One sign applies to the whole text. A number without a unit is refused unless it is 0. The sum has to fit in
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
    // Go's sum has 64 bits and wraps around: twice the longest duration is 0.
    sum = BigInt.asUintN(64, sum + size);
    if (sum > LONGEST) return undefined;
    at = PART.lastIndex;
  } while (at < text.length);
  return sum;
}

function sizeOfPart([, whole = "", fraction = "", unitName = ""]: readonly string[]): bigint | undefined {
  const unit = UNITS.get(unitName);
  const digits = whole.replace(/^0+/, "");
  // Longer numbers do not fit in 64 bits, and parsing endless digits would take endless time.
  if (unit === undefined || whole + fraction === "" || digits.length > 19) return undefined;
  const units = BigInt(digits);
  if (units > LONGEST / unit) return undefined;
  const size = units * unit + fractionOf(fraction, Number(unit));
  return size > LONGEST ? undefined : size;
}

/** The nanoseconds of the digits after the point. Like Go's they are calculated with floats, so perhaps rounded. */
function fractionOf(digits: string, unit: number): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const longer = value * 10n + BigInt(digit);
    // Digits that do not fit are ignored.
    if (longer >= LONGEST) break;
    value = longer;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (unit / scale)));
}
