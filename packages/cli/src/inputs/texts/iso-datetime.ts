/** A point in time: microseconds since 1970 in UTC, and the offset of the place whose clock was read, in microseconds. */
export interface LocalTime {
  readonly micros: bigint;
  readonly offset: bigint;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const COMPACT_DATE = /^(\d{4})(\d\d)(\d\d)$/;
const WEEK_DATE = /^(\d{4})-?W(\d\d)(?:-?(\d))?$/;
const FORM = /^(\d{4}-\d\d-\d\d)(?:[Tt](.+))?$/;
// What Python's `fromisoformat` takes, which flytekit calls for texts with a blank: any letter between day and time.
const FORM_WITH_BLANK = /^(\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d(?:-?\d)?)(?:.(.+))?$/u;
const TIME =
  /^(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?|(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(?: ?(Z|z|[+-]\d\d(?::?\d\d(?::?\d\d(?:\.\d+)?)?)?))?$/;

const SECOND = 1_000_000n;
const MILLISECOND = 1000n;
const DAY_MS = 86_400_000;
// The years 1 to 9999.
const FIRST = -62_135_596_800n * SECOND;
const LAST = 253_402_300_800n * SECOND;

/**
 * The time that a text says in ISO 8601, as Python's `fromisoformat` reads it. Digits behind the microseconds are cut off, as
 * Python does. Without an offset the time is in UTC. The basic form (`20240506 0708`) is read with a blank only, as by flytekit.
 */
export function isoDatetime(text: string): LocalTime | undefined {
  const [, date = "", time = ""] = (text.includes(" ") ? FORM_WITH_BLANK : FORM).exec(text) ?? [];
  const day = dayOf(date);
  const clock = time === "" ? { micros: 0n, offset: 0n } : clockOf(time);
  if (day === undefined || clock === undefined) return undefined;
  return { micros: day + clock.micros - clock.offset, offset: clock.offset };
}

/** Whether a time is in the years 1 to 9999, which Flyte and Python have. */
export function isInCalendar({ micros, offset }: LocalTime): boolean {
  const local = micros + offset;
  return micros >= FIRST && micros < LAST && local >= FIRST && local < LAST;
}

/** The day that the calendar shows at the place of a time, as `2024-05-31`. */
export function dayAt({ micros, offset }: LocalTime): string {
  const days = floorOf(micros + offset, BigInt(DAY_MS) * MILLISECOND);
  return new Date(Number(days) * DAY_MS).toISOString().slice(0, 10);
}

/** A quotient, rounded down also below zero. */
export function floorOf(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function dayOf(text: string): bigint | undefined {
  const week = WEEK_DATE.exec(text);
  if (week !== null) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const [, year = "", month = "", day = ""] = DATE.exec(text) ?? COMPACT_DATE.exec(text) ?? [];
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  // JavaScript reads the 30th of February as the 1st of March.
  if (year === "0000" || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(written))
    return undefined;
  return BigInt(date.getTime()) * MILLISECOND;
}

// The first week of a year is that of the 4th of January, and weeks begin on Monday.
function dayOfWeek(year: number, week: number, day: number): bigint | undefined {
  if (year === 0 || week < 1 || week > 53 || day < 1 || day > 7) return undefined;
  const first = (of: number): number => {
    const fourth = new Date(`${String(of).padStart(4, "0")}-01-04T00:00:00Z`);
    return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
  };
  const start = first(year) + (week - 1) * 7 * DAY_MS;
  if (year < 9999 && start >= first(year + 1)) return undefined;
  return BigInt(start + (day - 1) * DAY_MS) * MILLISECOND;
}

function clockOf(text: string): LocalTime | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hour = "0", minute, second, fraction, ...others] = match;
  const [minutes, seconds, part] = [
    minute ?? others[0] ?? "0",
    second ?? others[1] ?? "0",
    fraction ?? others[2] ?? "",
  ];
  const offset = offsetOf(others[3] ?? "Z");
  if (Number(hour) > 23 || Number(minutes) > 59 || Number(seconds) > 59 || offset === undefined)
    return undefined;
  const whole = BigInt(Number(hour) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
  return { micros: whole + BigInt(part.slice(0, 6).padEnd(6, "0")), offset };
}

function offsetOf(text: string): bigint | undefined {
  if (/^z$/i.test(text)) return 0n;
  const [, sign, hours = "0", minutes = "0", seconds = "0", fraction = ""] =
    /^([+-])(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.(\d+))?)?)?$/.exec(text) ?? [];
  if (Number(minutes) > 59 || Number(seconds) > 59 || Number(hours) > 23) return undefined;
  const size =
    BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND +
    BigInt(fraction.slice(0, 6).padEnd(6, "0"));
  return sign === "-" ? -size : size;
}
