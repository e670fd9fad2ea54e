import type { Duration, Timestamp } from "@flytekit-ts/models/google";
import { messageText } from "../texts/message-text.js";

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

const FIRST_SECOND = -62_135_596_800n;
const PAST_LAST_SECOND = 253_402_300_800n;

/** What is wrong with the time of an event, in the words of protobuf for Go; undefined if nothing is. */
export function timeProblem(time: Timestamp | undefined): string | undefined {
  if (time === undefined) return "timestamp: nil Timestamp";
  const text = messageText(time);
  if (time.seconds < FIRST_SECOND) return `timestamp: ${text} before 0001-01-01`;
  if (time.seconds >= PAST_LAST_SECOND) return `timestamp: ${text} after 10000-01-01`;
  const isPart = time.nanos >= 0 && time.nanos < 1e9;
  return isPart ? undefined : `timestamp: ${text}: nanos not in range [0, 1e9)`;
}
