/** A span of time in Flyte's form. Both parts have the same sign. */
export interface Duration {
  readonly seconds: bigint;
  readonly nanos: number;
}

const MICROSECOND = 1000n;
const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;
// What google.protobuf.Duration allows: about 10,000 years.
const LONGEST = 315_576_000_000n * SECOND;

/** Nanoseconds as a duration. */
export function toDuration(nanoseconds: bigint): Duration {
  return { seconds: nanoseconds / SECOND, nanos: Number(nanoseconds % SECOND) };
}

/** A duration in nanoseconds. */
export function toNanoseconds({ seconds, nanos }: Duration): bigint {
  return seconds * SECOND + BigInt(nanos);
}

/** Nanoseconds in milliseconds, with three decimals: flytekit keeps durations to the microsecond. */
export function toMilliseconds(nanoseconds: bigint): number {
  return quotient(nanoseconds / MICROSECOND, 1000n);
}

/** Nanoseconds in seconds, with six decimals. */
export function toSeconds(nanoseconds: bigint): number {
  return quotient(nanoseconds / MICROSECOND, 1_000_000n);
}

// The nearest number, as Python's division gives it. Dividing numbers would round twice where an integer has more than
// 53 bits; then the whole part still has fewer, and the rest is too far from a tie to be rounded wrongly.
function quotient(micros: bigint, unit: bigint): number {
  const number = Number(micros);
  if (Number.isSafeInteger(number)) return number / Number(unit);
  return Number(micros / unit) + Number(micros % unit) / Number(unit);
}

/** Milliseconds in nanoseconds, rounded to the microsecond; `undefined` for NaN and infinite numbers. */
export function fromMilliseconds(milliseconds: number): bigint | undefined {
  return toMicroseconds(milliseconds, MILLISECOND);
}

/** Seconds in nanoseconds, rounded to the microsecond; `undefined` for NaN and infinite numbers. */
export function fromSeconds(seconds: number): bigint | undefined {
  return toMicroseconds(seconds, SECOND);
}

// The integer part and the fraction are converted separately: the product has more digits than a number can hold.
function toMicroseconds(amount: number, unit: bigint): bigint | undefined {
  if (!Number.isFinite(amount)) return undefined;
  const whole = Math.trunc(amount);
  const rest = Math.abs(amount - whole) * Number(unit / MICROSECOND);
  return BigInt(whole) * unit + BigInt(Math.sign(amount) * Math.round(rest)) * MICROSECOND;
}

/** Whether a span in nanoseconds fits in a Flyte duration. */
export function isDuration(nanoseconds: bigint): boolean {
  return nanoseconds >= -LONGEST && nanoseconds <= LONGEST;
}
