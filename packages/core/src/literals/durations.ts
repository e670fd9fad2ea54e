/** A span of time as Flyte has it; both parts have the same sign. */
export interface Duration {
  readonly seconds: bigint;
  readonly nanos: number;
}

const MICROSECOND = 1000n;
const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;
// What google.protobuf.Duration allows: about 10,000 years.
const LONGEST = 315_576_000_000n * SECOND;

/** The duration of so many nanoseconds. */
export function toDuration(nanoseconds: bigint): Duration {
  return { seconds: nanoseconds / SECOND, nanos: Number(nanoseconds % SECOND) };
}

/** The nanoseconds of a duration. */
export function toNanoseconds({ seconds, nanos }: Duration): bigint {
  return seconds * SECOND + BigInt(nanos);
}

/** The milliseconds of so many nanoseconds, with three decimals: microseconds are as fine as Flyte's Python goes. */
export function toMilliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds / MICROSECOND) / 1000;
}

/** The seconds of so many nanoseconds, with six decimals. */
export function toSeconds(nanoseconds: bigint): number {
  return Number(nanoseconds / MICROSECOND) / 1_000_000;
}

/** The nanoseconds of milliseconds, rounded to the microsecond; `undefined` for what is no span of time. */
export function fromMilliseconds(milliseconds: number): bigint | undefined {
  return toMicroseconds(milliseconds, MILLISECOND);
}

/** The nanoseconds of seconds, rounded to the microsecond; `undefined` for what is no span of time. */
export function fromSeconds(seconds: number): bigint | undefined {
  return toMicroseconds(seconds, SECOND);
}

// The whole part and the rest are converted apart: their sum has more digits than a number can hold.
function toMicroseconds(amount: number, unit: bigint): bigint | undefined {
  if (!Number.isFinite(amount)) return undefined;
  const whole = Math.trunc(amount);
  const rest = Math.abs(amount - whole) * Number(unit / MICROSECOND);
  return BigInt(whole) * unit + BigInt(Math.sign(amount) * Math.round(rest)) * MICROSECOND;
}

/** Whether a span fits in Flyte's duration. */
export function isDuration(nanoseconds: bigint): boolean {
  return nanoseconds >= -LONGEST && nanoseconds <= LONGEST;
}
