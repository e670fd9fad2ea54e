import { refused } from "../serving/refusal.js";

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const WHOLE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

/**
 * A duration of a filter in nanoseconds: a number of seconds, or a duration as Go writes it (`1h30m`).
 *
 * @throws Refusal INVALID_ARGUMENT if it is none.
 */
export function readDuration(text: string): bigint {
  const seconds = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? `${Number(text)}s` : text;
  if (seconds === "0") return 0n;
  if (!WHOLE.test(seconds)) throw refused.invalid(`Failed to parse duration [${text}]`);
  const parts = [...seconds.matchAll(PART)];
  const sum = parts.reduce((total, [, number, unit]) => total + Number(number) * (UNITS[unit ?? ""] ?? 0), 0);
  return BigInt(Math.trunc(seconds.startsWith("-") ? -sum : sum));
}
