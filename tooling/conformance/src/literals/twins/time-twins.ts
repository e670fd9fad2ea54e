import type { Read } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import { isDay, nanosecondsIn, timestampIn } from "./time-texts.js";
import { type Making, maker, type Twin } from "./twin.js";

/** Datetimes, days and spans of time. */
export function timeTwin(kind: "datetime" | "date" | "duration", { isExact }: Making): Twin {
  if (kind === "date") return dateTwin();
  return kind === "datetime" ? datetimeTwin(isExact) : durationTwin(isExact);
}

function datetimeTwin(isExact: boolean): Twin {
  return {
    type: isExact ? maker("datetime")({ exact: true }) : maker("datetime")(),
    fits: (value) => timestampIn(value) !== undefined && !isDay(value),
    // A day is a `Date`, as a datetime is.
    takes: isFlyteTime,
    native: (value) => (isExact && !isDay(value) ? timestampIn(value) : dateIn(value)) ?? nativeOfAny(value),
    isSame: (value, decoded) => keyOf(timestampIn(value)) === keyOf(isExact ? decoded : timestampOf(decoded)),
  };
}

function dateTwin(): Twin {
  return {
    type: maker("date")(),
    fits: isDay,
    takes: (value) => timestampIn(value) !== undefined,
    native: (value) => (isDay(value) ? value : (dateIn(value) ?? nativeOfAny(value))),
    isSame: (value, decoded) => dateIn(value)?.toISOString().slice(0, 10) === decoded,
  };
}

function durationTwin(isExact: boolean): Twin {
  const milliseconds = (value: Read): number | undefined => {
    const span = nanosecondsIn(value);
    return span === undefined ? undefined : Number(span) / 1_000_000;
  };
  const native = isExact ? nanosecondsIn : milliseconds;
  return {
    type: isExact ? maker("duration")({ exact: true }) : maker("duration")(),
    fits: isFlyteSpan,
    takes: isFlyteSpan,
    native: (value) => native(value) ?? nativeOfAny(value),
    isSame: (value, decoded) => native(value) === decoded,
  };
}

// What a protobuf Duration can be, about 10,000 years. flytekit writes longer ones, too, which no console can show.
function isFlyteSpan(value: Read): boolean {
  const span = nanosecondsIn(value);
  return span !== undefined && BigInt(Math.abs(Number(span))) <= 315_576_000_000_000_000_000n;
}

// The years 1 to 9999 in UTC.
function isFlyteTime(value: Read): boolean {
  const seconds = timestampIn(value)?.seconds;
  return seconds !== undefined && seconds >= -62_135_596_800n && seconds <= 253_402_300_799n;
}

function dateIn(value: Read): Date | undefined {
  const timestamp = timestampIn(value);
  return timestamp && new Date(Number(timestamp.seconds) * 1000 + timestamp.nanos / 1_000_000);
}

function timestampOf(date: unknown): unknown {
  return date instanceof Date
    ? timestampIn(date.toISOString().replace(/(\.\d{3})Z$/, "$1000+00:00"))
    : undefined;
}

function keyOf(timestamp: unknown): string {
  const { seconds, nanos } = Object(timestamp) as { seconds?: unknown; nanos?: unknown };
  return `${String(seconds)} ${String(nanos)}`;
}
