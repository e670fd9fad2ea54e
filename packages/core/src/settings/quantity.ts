const PARTS = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
// Kubernetes also reads longer quantities, but nobody writes them, and their digits would take very long to
// compute.
const LONGEST = 100;
// No real amount needs a larger power of ten.
const FURTHEST = 300;
// The largest amount in binary units. Kubernetes reduces larger ones to this.
const MOST = (2n ** 63n - 1n) * 10n ** 9n;

const SUFFIXES: ReadonlyMap<string, readonly [base: bigint, power: number]> = new Map([
  ["n", [10n, -9]],
  ["u", [10n, -6]],
  ["m", [10n, -3]],
  ["k", [10n, 3]],
  ["M", [10n, 6]],
  ["G", [10n, 9]],
  ["T", [10n, 12]],
  ["P", [10n, 15]],
  ["E", [10n, 18]],
  ["Ki", [2n, 10]],
  ["Mi", [2n, 20]],
  ["Gi", [2n, 30]],
  ["Ti", [2n, 40]],
  ["Pi", [2n, 50]],
  ["Ei", [2n, 60]],
]);

const UNITS = [10n, 0] as const;

/**
 * A Kubernetes quantity in billionths; `undefined` if Kubernetes cannot read it.
 *
 * A fraction of a billionth is rounded away from zero.
 */
export function parseQuantity(text: string): bigint | undefined {
  const match = text === "" || text.length > LONGEST ? null : PARTS.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent, suffix = ""] = match;
  const [base, power] = exponent === undefined ? (SUFFIXES.get(suffix) ?? UNITS) : [10n, powerOf(exponent)];
  if (power === undefined) return undefined;
  // As in Kubernetes: a suffix without a number means 0, but a few of the suffixes are refused then.
  if (whole + fraction === "" && (power < -9 || (base === 2n && power > 40))) return undefined;
  const tens = 9 - fraction.length + (base === 10n ? power : 0);
  const units = BigInt(whole + fraction) * (base === 10n ? 1n : base ** BigInt(power));
  const exact = tens >= 0 ? units * 10n ** BigInt(tens) : divideUp(units, 10n ** BigInt(-tens));
  const size = base === 2n && exact > MOST ? MOST : exact;
  return sign === "-" ? -size : size;
}

// What flyteadmin reads within a tenth of a second. It computes every digit: with a hundred times as many it is busy
// for minutes, after the caller has given up.
const MOST_DIGITS = 1_000_000;

/** Whether the exponent of a quantity is so large that the backend needs very long to read it. */
export function isCostly(text: string): boolean {
  const exponent = text.length > LONGEST ? undefined : PARTS.exec(text)?.[4];
  if (exponent === undefined) return false;
  return Math.abs(Number(BigInt.asIntN(32, BigInt(exponent)))) > MOST_DIGITS;
}

/** The value of an exponent. It must fit in 64 bits, of which Kubernetes uses the lower 32. */
function powerOf(exponent: string): number | undefined {
  const power = BigInt(exponent);
  if (BigInt.asIntN(64, power) !== power) return undefined;
  return Math.max(-FURTHEST, Math.min(Number(BigInt.asIntN(32, power)), FURTHEST));
}

function divideUp(amount: bigint, divisor: bigint): bigint {
  return (amount + divisor - 1n) / divisor;
}
