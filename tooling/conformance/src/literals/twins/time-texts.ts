import { NumberText, type Read } from "../rows/read-json.js";
import type { Timestamp } from "@flytekit-ts/core";

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d{6}))?(?:([+-])(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{6}))?)?)?)?$/;

/** The point in time that Python writes so. Without an offset it is UTC, and a day without a time begins it. */
export function timestampIn(value: Read): Timestamp | undefined {
  const match = typeof value === "string" ? ISO.exec(value) : null;
  if (match === null) return undefined;
  const [, day = "", time = "00:00:00", micros = "0", sign = "+", ...offset] = match;
  const milliseconds = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  const local = BigInt(milliseconds) * 1000n + BigInt(micros);
  const [hours = "0", minutes = "0", seconds = "0", rest = "0"] = offset.map((part) => part || "0");
  const ahead =
    BigInt((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000_000n + BigInt(rest);
  const whole = sign === "-" ? local + ahead : local - ahead;
  const inSecond = ((whole % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { seconds: (whole - inSecond) / 1_000_000n, nanos: Number(inSecond) * 1000 };
}

/** Whether a text is a day without a time. */
export function isDay(value: Read): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}

/**
 * The span that is written as seconds, in nanoseconds. A number stands for the span of whole microseconds that it
 * equals exactly, or else for what its shortest text says; any other span is written as a string.
 */
export function nanosecondsIn(value: Read): bigint | undefined {
  if (value instanceof NumberText) return exactNanoseconds(Number(value.text)) ?? nanosecondsOf(value.text);
  return typeof value === "string" && /^-?\d+\.\d{6}$/.test(value) ? nanosecondsOf(value) : undefined;
}

function exactNanoseconds(seconds: number): bigint | undefined {
  // Six decimals have at most six factors of two below the point.
  const scaled = seconds * 64;
  if (!Number.isInteger(scaled)) return undefined;
  return (BigInt(scaled) * 1_000_000_000n) / 64n;
}

function nanosecondsOf(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = "", power = "0"] = match;
  const zeros = Number(power) + 9 - decimals.length;
  const digits = BigInt(whole + decimals);
  const size = zeros >= 0 ? digits * 10n ** BigInt(zeros) : digits / 10n ** BigInt(-zeros);
  return sign === "-" ? -size : size;
}
