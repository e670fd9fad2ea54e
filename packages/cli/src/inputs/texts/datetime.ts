import { asciiDigits } from "./python-text.js";
import { durationOf } from "./duration.js";
import { floorOf, isoDatetime, type LocalTime } from "./iso-datetime.js";

const FLOATING = /^(.+)\s+([-+])\s+(.+)/;
const DAY = /^(\p{Nd}{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12]\d|0[1-9]|[1-9]| [1-9])$/u;
const TIME = /^(\p{Nd}{4}-\d{1,2}-[\d ]\d?)(T|\s+)(2[0-3]|[01]\d|\d):([0-5]\d|\d):([0-5]\d|\d)$/iu;
const MICROS_OF_DAY = 86_400_000_000n;

/**
 * The time that a text says, in microseconds since 1970 and with its offset: ISO 8601, `now`, `today`, and one of them plus or
 * minus a duration, such as `now - 1 day`. A time without an offset is in UTC.
 */
export function datetimeOf(text: string, now: Date): LocalTime | undefined {
  if (text.length > LONGEST) return undefined;
  const [, base = "", sign = "", span = ""] = FLOATING.exec(text) ?? [];
  if (sign === "") return pointOf(text, now, isStrict(text));
  const [point, duration] = [pointOf(base, now, false), durationOf(span)];
  if (point === undefined || duration === undefined) return undefined;
  return { ...point, micros: sign === "-" ? point.micros - duration : point.micros + duration };
}

// More is no time, and the patterns would take time.
const LONGEST = 200;

// flytekit reads a time with a blank in it as ISO 8601, and others as it reads dates: with numbers of one digit.
function isStrict(text: string): boolean {
  return text.includes(" ");
}

function pointOf(text: string, now: Date, strict: boolean): LocalTime | undefined {
  const micros = BigInt(now.getTime()) * 1000n;
  switch (text.toLowerCase()) {
    case "now":
      return { micros, offset: 0n };
    case "today":
      return { micros: floorOf(micros, MICROS_OF_DAY) * MICROS_OF_DAY, offset: 0n };
    default:
      return (strict ? undefined : loose(text)) ?? isoDatetime(text);
  }
}

// The formats of Python's strptime, which take numbers without leading zeros.
function loose(text: string): LocalTime | undefined {
  const [, day = text, , ...time] = TIME.exec(text) ?? [];
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  if (year === "") return undefined;
  const two = (part = "0"): string => part.padStart(2, "0");
  const written = `${asciiDigits(year)}-${two(month)}-${two(asciiDigits(date).trim())}`;
  return isoDatetime(`${written}T${two(time[0])}:${two(time[1])}:${two(time[2])}`);
}
