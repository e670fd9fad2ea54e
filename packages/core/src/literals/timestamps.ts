import { FlyteDatetime } from "./flyte-datetime.js";

/**
 * A point in time in Flyte's form: seconds since 1970 (negative before that), plus 0 to 999,999,999 nanoseconds.
 */
export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}

// What google.protobuf.Timestamp allows: the years 1 to 9999.
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

/**
 * The timestamp of a date, with the nanoseconds of a `FlyteDatetime` of any copy of this package.
 * `undefined` for an invalid date.
 */
export function toTimestamp(date: Date): Timestamp | undefined {
  const milliseconds = date.getTime();
  const rest = "nanosOfMillisecond" in date ? Number(date.nanosOfMillisecond) : 0;
  if (Number.isNaN(milliseconds) || !(rest >= 0 && rest < 1_000_000)) return undefined;
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds: BigInt(seconds), nanos: (milliseconds - seconds * 1000) * 1_000_000 + rest };
}

/** The date of a timestamp: a `FlyteDatetime` if the timestamp has fractions of a millisecond. */
export function toDate({ seconds, nanos }: Timestamp): Date {
  const milliseconds = Number(seconds) * 1000 + Math.floor(nanos / 1_000_000);
  const rest = nanos % 1_000_000;
  return rest === 0 ? new Date(milliseconds) : new FlyteDatetime(milliseconds, rest);
}

/** Whether the timestamp is in the years 1 to 9999 and its nanoseconds are less than a second. */
export function isTimestamp({ seconds, nanos }: Timestamp): boolean {
  return (
    seconds >= FIRST_SECOND && seconds <= LAST_SECOND && Number.isInteger(nanos) && nanos >= 0 && nanos < 1e9
  );
}

/** ISO 8601 as Python writes it: microseconds only if they are not 0, and `+00:00` for UTC. */
export function toIsoText(timestamp: Timestamp): string {
  const whole = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, -5);
  const micros = Math.floor(timestamp.nanos / 1000);
  return micros === 0 ? `${whole}+00:00` : `${whole}.${String(micros).padStart(6, "0")}+00:00`;
}

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d(?::?\d\d)?)?$/;

/** Reads ISO 8601 with up to nine decimals. Without an offset the time is UTC. `undefined` for any other string. */
export function fromIsoText(text: string): Timestamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, day = "", minute = "00:00", second = "00", fraction = "", offset = "Z"] = match;
  const written = `${day}T${minute}:${second}`;
  const local = new Date(`${written}Z`);
  // JavaScript reads the 30th of February as the 1st of March, and 24:00 as the next day; both are refused here.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(written)) return undefined;
  const seconds = BigInt(local.getTime() / 1000) - BigInt(offsetSeconds(offset));
  return { seconds, nanos: Number(fraction.padEnd(9, "0")) };
}

function offsetSeconds(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (offset.match(/\d\d/g) ?? []).map(Number);
  const size = hours * 3600 + minutes * 60 + seconds;
  return offset.startsWith("-") ? -size : size;
}
