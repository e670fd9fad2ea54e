/** A point in time as Flyte has it: seconds since 1970 (before: negative) and 0 to 999,999,999 nanoseconds more. */
export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}

// What google.protobuf.Timestamp allows: the years 1 to 9999.
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

/** A Date that keeps what was finer than its milliseconds, so that it encodes back whole. */
export class FlyteDatetime extends Date {
  /** Nanoseconds beyond the millisecond, 0 to 999,999. */
  readonly nanosOfMillisecond: number;

  constructor(milliseconds: number, nanosOfMillisecond: number) {
    super(milliseconds);
    this.nanosOfMillisecond = nanosOfMillisecond;
  }
}

/**
 * The timestamp of a date; a `FlyteDatetime` (of any copy of this package) gives its nanoseconds too.
 * `undefined` for an invalid date.
 */
export function toTimestamp(date: Date): Timestamp | undefined {
  const milliseconds = date.getTime();
  const rest = "nanosOfMillisecond" in date ? Number(date.nanosOfMillisecond) : 0;
  if (Number.isNaN(milliseconds) || !(rest >= 0 && rest < 1_000_000)) return undefined;
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds: BigInt(seconds), nanos: (milliseconds - seconds * 1000) * 1_000_000 + rest };
}

/** The date of a timestamp, a `FlyteDatetime` where it is finer than milliseconds. */
export function toDate({ seconds, nanos }: Timestamp): Date {
  const milliseconds = Number(seconds) * 1000 + Math.floor(nanos / 1_000_000);
  const rest = nanos % 1_000_000;
  return rest === 0 ? new Date(milliseconds) : new FlyteDatetime(milliseconds, rest);
}

/** Whether the timestamp lies in the years 1 to 9999 and its nanoseconds within a second. */
export function isTimestamp({ seconds, nanos }: Timestamp): boolean {
  return (
    seconds >= FIRST_SECOND && seconds <= LAST_SECOND && Number.isInteger(nanos) && nanos >= 0 && nanos < 1e9
  );
}

/** ISO 8601 as Python writes it: microseconds only where there are any, `+00:00` for UTC. */
export function toIsoText(timestamp: Timestamp): string {
  const whole = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, -5);
  const micros = Math.floor(timestamp.nanos / 1000);
  return micros === 0 ? `${whole}+00:00` : `${whole}.${String(micros).padStart(6, "0")}+00:00`;
}

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d(?::?\d\d)?)?$/;

/** Reads ISO 8601 with up to nine decimals; without an offset it is UTC. `undefined` for any other text. */
export function fromIsoText(text: string): Timestamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, day = "", minute = "00:00", second = "00", fraction = "", offset = "Z"] = match;
  const written = `${day}T${minute}:${second}`;
  const local = new Date(`${written}Z`);
  // JavaScript takes the 30th of February for the 1st of March, and 24:00 for the next day.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(written)) return undefined;
  const seconds = BigInt(local.getTime() / 1000) - BigInt(offsetSeconds(offset));
  return { seconds, nanos: Number(fraction.padEnd(9, "0")) };
}

function offsetSeconds(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = (offset.match(/\d\d/g) ?? []).map(Number);
  const size = hours * 3600 + minutes * 60 + seconds;
  return offset.startsWith("-") ? -size : size;
}
