import type { Duration, Timestamp } from "@flytekit-ts/models/google";

const NANOS = 1_000_000_000n;

/** A time as nanoseconds since 1970. */
export function nanosOf({ seconds, nanos }: Timestamp): bigint {
  return seconds * NANOS + BigInt(nanos);
}

/** The nanoseconds from one time to another; negative if that lies before it. */
export function between(from: Timestamp, to: Timestamp): bigint {
  return nanosOf(to) - nanosOf(from);
}

/** Nanoseconds as a message. Both parts have the same sign. */
export function durationOf(nanos: bigint): Duration {
  return { seconds: nanos / NANOS, nanos: Number(nanos % NANOS) };
}

/** The time so many nanoseconds later. */
export function later(time: Timestamp, nanos: bigint): Timestamp {
  const total = nanosOf(time) + nanos;
  const seconds = total >= 0n ? total / NANOS : (total - NANOS + 1n) / NANOS;
  return { seconds, nanos: Number(total - seconds * NANOS) };
}
