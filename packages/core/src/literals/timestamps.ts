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

/** The timestamp of a date; a `FlyteDatetime` (of any copy of this package) gives its nanoseconds too. */
export function toTimestamp(date: Date): Timestamp {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  const rest = "nanosOfMillisecond" in date ? Number(date.nanosOfMillisecond) : 0;
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
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND && Number.isInteger(nanos) && nanos >= 0 && nanos < 1e9;
}

/** ISO 8601 as Python writes it: microseconds only where there are any, `+00:00` for UTC. */
export function toIsoText(timestamp: Timestamp): string {
  const whole = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, -5);
  const micros = Math.floor(timestamp.nanos / 1000);
  return micros === 0 ? `${whole}+00:00` : `${whole}.${String(micros).padStart(6, "0")}+00:00`;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** Reads ISO 8601 with up to nine decimals; without an offset it is UTC. `undefined` for any other text. */
export function fromIsoText(text: string): Timestamp | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, day, minute = "00:00", second = "00", fraction = "", offset = "Z"] = match;
  const milliseconds = Date.parse(`${day}T${minute}:${second}${offset}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return { seconds: BigInt(milliseconds / 1000), nanos: Number(fraction.padEnd(9, "0")) };
}
