import { asciiDigits, strip } from "./python-text.js";

const INT = /^[+-]?\d+(?:_\d+)*$/;
const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;
// Python refuses longer ones too. Reading them would take time that grows with their square.
const MOST_DIGITS = 4300;

/** The integer that a text says, as Python's `int` reads it: with blanks around it, `1_000`, digits of any script. */
export function intOf(text: string): bigint | undefined {
  if (text.length > 2 * MOST_DIGITS) return undefined;
  const digits = asciiDigits(strip(text));
  if (!INT.test(digits)) return undefined;
  const plain = digits.replaceAll("_", "").replace(/^\+/, "");
  if (plain.length > MOST_DIGITS) return undefined;
  return plain.startsWith("-") ? -BigInt(plain.slice(1)) : BigInt(plain);
}

/** The number that a text says, as Python's `float` reads it: also `nan`, `inf`, `.5` and `1e3`. */
export function floatOf(text: string): number | undefined {
  const digits = asciiDigits(strip(text));
  const special = SPECIAL.exec(digits);
  if (special !== null) {
    if (special[2] !== undefined) return Number.NaN;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return FLOAT.test(digits) ? Number(digits.replaceAll("_", "")) : undefined;
}
