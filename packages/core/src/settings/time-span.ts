import { errors } from "../errors.js";

/** A span of time: milliseconds, or a string such as `"90 s"`, `"10 minutes"`, `"1.5h"`, `"2 days"`. */
export type TimeSpan = number | string;

const MILLISECOND = 1_000_000;
const UNITS: readonly (readonly [pattern: RegExp, nanoseconds: number])[] = [
  [/^(ms|milliseconds?)$/, MILLISECOND],
  [/^(s|sec|seconds?)$/, 1000 * MILLISECOND],
  [/^(m|min|minutes?)$/, 60_000 * MILLISECOND],
  [/^(h|hours?)$/, 3_600_000 * MILLISECOND],
  [/^(d|days?)$/, 86_400_000 * MILLISECOND],
];
const TEXT = /^(\d+(?:\.\d+)?) *([a-z]+)$/;
// The longest Flyte duration, in nanoseconds.
const LONGEST = 315_576_000_000e9;

/**
 * The value of an option that is a span of time, in nanoseconds.
 *
 * @throws `OPTION_INVALID` for negative, infinite and unreadable spans.
 */
export function parseDuration(span: TimeSpan, option: string, at: string): bigint {
  const nanoseconds = typeof span === "number" ? span * MILLISECOND : parseText(span);
  if (nanoseconds === undefined || !(nanoseconds >= 0 && nanoseconds <= LONGEST)) {
    const wanted = 'milliseconds or a string like "10 minutes"';
    const advice = 'Write 0 or more with a unit (ms, s, min, h or days), such as `"90 s"` or `"1.5 h"`.';
    throw errors.OPTION_INVALID({ at, option, wanted, given: span, advice });
  }
  return BigInt(Math.round(nanoseconds));
}

function parseText(text: unknown): number | undefined {
  const match = typeof text === "string" ? TEXT.exec(text) : null;
  if (match === null) return undefined;
  const [, amount = "", unit = ""] = match;
  const nanoseconds = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  return nanoseconds === undefined ? undefined : Number(amount) * nanoseconds;
}
