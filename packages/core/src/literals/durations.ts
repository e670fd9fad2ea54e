/** A span of time as Flyte has it; both parts have the same sign. */
export interface Duration {
  readonly seconds: bigint;
  readonly nanos: number;
}

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
  return Number(nanoseconds / 1000n) / 1000;
}

/** The nanoseconds of milliseconds, rounded to the microsecond; `undefined` for what is no span of time. */
export function fromMilliseconds(milliseconds: number): bigint | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const whole = Math.trunc(milliseconds);
  const micros = Math.round((milliseconds - whole) * 1000);
  return BigInt(whole) * 1_000_000n + BigInt(micros) * 1000n;
}

/** Whether a span fits in Flyte's duration. */
export function isDuration(nanoseconds: bigint): boolean {
  return nanoseconds >= -LONGEST && nanoseconds <= LONGEST;
}
