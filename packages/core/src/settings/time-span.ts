import * as errors from "../errors.js";

/**
 * A span of time: milliseconds, or a string such as `"90 s"`, `"10 minutes"`, `"1.5h"`, `"1h30m"`, `"2 weeks"`.
 *
 * A string is one or more numbers with a unit each: ns, us, ms, s, min (or m), h, d, w, or their long forms.
 */
export type TimeSpan = number | string;

const UNITS: readonly (readonly [pattern: RegExp, nanoseconds: bigint])[] = [
  [/^(ns|nanos(econds?)?)$/, 1n],
  [/^([u\u00b5\u03bc]s|micros(econds?)?)$/, 1000n],
  [/^(ms|millis(econds?)?)$/, 1_000_000n],
  [/^(s|secs?|seconds?)$/, 1_000_000_000n],
  [/^(m|mins?|minutes?)$/, 60_000_000_000n],
  [/^(h|hrs?|hours?)$/, 3_600_000_000_000n],
  [/^(d|days?)$/, 86_400_000_000_000n],
  [/^(w|weeks?)$/, 604_800_000_000_000n],
];
const PART = /(\d{1,30})(?:\.(\d{1,30}))? *([a-z\u00b5\u03bc]+)/gi;
const TEXT = new RegExp(`^${PART.source}(?: *${PART.source})*$`, "i");
// The longest Flyte duration, in nanoseconds.
const LONGEST = 315_576_000_000n * 1_000_000_000n;

/**
 * The value of an option that is a span of time, in nanoseconds.
 *
 * @throws `OPTION_INVALID` for negative, infinite and unreadable spans, and for a span that is not 0 but less than a
 * nanosecond.
 */
export function parseDuration(span: TimeSpan, option: string, at: string): bigint {
  const nanoseconds = typeof span === "number" ? ofMilliseconds(span) : parseText(span);
  if (nanoseconds !== undefined && nanoseconds <= LONGEST) return nanoseconds;
  const isTooLong = nanoseconds !== undefined;
  throw errors.OPTION_INVALID({
    at,
    option,
    wanted: isTooLong ? "a span of at most 3652500 days" : 'milliseconds or a string like "10 minutes"',
    given: span,
    advice: isTooLong
      ? "Give a shorter span: Flyte holds about 10,000 years."
      : 'Write 0 or more with a unit (ms, s, min, h, days or weeks), such as `"90 s"`, `"1.5 h"` or `"1h30m"`.',
  });
}

function ofMilliseconds(span: number): bigint | undefined {
  if (!(span >= 0)) return undefined;
  if (span > Number(LONGEST / 1_000_000n)) return LONGEST + 1n;
  return notVanished(BigInt(Math.round(span * 1_000_000)), span > 0);
}

function parseText(text: unknown): bigint | undefined {
  if (typeof text !== "string" || !TEXT.test(text)) return undefined;
  let sum = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of text.matchAll(PART)) {
    // An upper-case M alone means months elsewhere.
    const nanoseconds =
      unit === "M" ? undefined : UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
    if (nanoseconds === undefined) return undefined;
    const scale = 10n ** BigInt(fraction.length);
    const amount = BigInt(whole + fraction) * nanoseconds;
    sum += (amount + scale / 2n) / scale;
  }
  return notVanished(sum, /[1-9]/.test(text));
}

// For a timeout 0 means that there is none, so a very short span must not become 0.
function notVanished(nanoseconds: bigint, isSome: boolean): bigint | undefined {
  return isSome && nanoseconds === 0n ? undefined : nanoseconds;
}
