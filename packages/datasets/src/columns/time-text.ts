import { fromIsoText, toNanoseconds } from "@flytekit-ts/core/literals";

const SECOND = 1_000_000_000n;
const DAY = 86_400n * SECOND;

/** A point in time as pandas writes it, with a blank or a `T` between day and time: `2024-05-01 12:00:00.5+00:00`. */
export function instantText(nanoseconds: bigint, between: " " | "T"): string {
  const rest = ((nanoseconds % SECOND) + SECOND) % SECOND;
  const whole = new Date(Number((nanoseconds - rest) / SECOND) * 1000)
    .toISOString()
    .slice(0, -".000Z".length);
  const digits = String(rest).padStart(9, "0");
  const fraction = rest === 0n ? "" : `.${rest % 1000n === 0n ? digits.slice(0, 6) : digits}`;
  return `${whole.replace("T", between)}${fraction}+00:00`;
}

/** The day of a midnight: `2024-05-01`. */
export function dayText(nanoseconds: bigint): string {
  return new Date(Number(nanoseconds / DAY) * 86_400_000).toISOString().slice(0, -"T00:00:00.000Z".length);
}

/** A span of time as pandas writes it: `1 days 02:03:04.000005`, and `-1 days +23:59:59` for a second before. */
export function spanText(nanoseconds: bigint): string {
  const rest = ((nanoseconds % DAY) + DAY) % DAY;
  const days = (nanoseconds - rest) / DAY;
  const [seconds, nanos] = [Number(rest / SECOND), rest % SECOND];
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const digits = String(nanos).padStart(9, "0");
  const fraction = nanos === 0n ? "" : `.${nanos % 1000n === 0n ? digits.slice(0, 6) : digits}`;
  return `${days} days ${days < 0n ? "+" : ""}${time}${fraction}`;
}

const SPAN = /^(?:(-?\d+) days? ?)?([+-])?(?:(\d+):(\d\d):(\d\d)(?:\.(\d{1,9}))?)?$/;

/** Reads what `spanText` writes, also without days or without a time; undefined for any other text. */
export function parseSpan(text: string): bigint | undefined {
  const match = text === "" ? null : SPAN.exec(text);
  if (match === null) return undefined;
  const [, days = "0", sign = "+", hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  const time = (BigInt(hours) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const rest = time * SECOND + BigInt(fraction.padEnd(9, "0"));
  return BigInt(days) * DAY + (sign === "-" ? -rest : rest);
}

/** Reads ISO 8601 with up to nine decimals; without an offset it is UTC. Undefined for any other text. */
export function parseInstant(text: string): bigint | undefined {
  const instant = fromIsoText(text);
  return instant && toNanoseconds(instant);
}
