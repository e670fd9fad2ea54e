import type { Duration, Timestamp } from "@flytekit-ts/models/google";

/** The largest distance from 1970 that a `Date` can hold, in milliseconds. */
const FARTHEST = 8.64e15;

/** A time as a `Date`. Undefined if there is none, or none that a `Date` can hold. */
export function toDate(time: Timestamp | undefined): Date | undefined {
  if (time === undefined) return undefined;
  const milliseconds = Number(time.seconds) * 1000 + Math.floor(time.nanos / 1e6);
  return Math.abs(milliseconds) <= FARTHEST ? new Date(milliseconds) : undefined;
}

/** A span of time in milliseconds. */
export function toMilliseconds(span: Duration | undefined): number | undefined {
  return span === undefined ? undefined : Number(span.seconds) * 1000 + span.nanos / 1e6;
}
