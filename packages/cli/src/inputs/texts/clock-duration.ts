import { asciiDigits } from "./python-text.js";

// The grammar of pytimeparse, which flytekit reads durations with.
const amount = (name: string, units: string): string =>
  `(?:(?<${name}>[\\d.]+)\\s*(?:${units})\\s*(?:[,/]\\s*)?)?`;
const WEEKS = amount("weeks", "weeks?|wks?|w");
const DAYS = amount("days", "days?|dys?|d");
const HOURS = amount("hours", "hours?|hrs?|h");
const MINUTES = amount("mins", "minutes?|mins?|m");
const SECONDS = "(?:(?<secs>[\\d.]+)\\s*(?:seconds?|secs?|s))?";
const CLOCK_SECONDS = "(?<secs>\\d{2}(?:\\.\\d+)?)";

const FORMS = [
  `${WEEKS}\\s*${DAYS}\\s*${HOURS}\\s*${MINUTES}\\s*${SECONDS}`,
  `(?<mins>\\d{1,2}):${CLOCK_SECONDS}`,
  `${WEEKS}\\s*${DAYS}\\s*(?<hours>\\d+):(?<mins>\\d{2}):${CLOCK_SECONDS}`,
  `(?<days>\\d+)[:-](?<hours>\\d{2}):(?<mins>\\d{2}):${CLOCK_SECONDS}`,
  `:${CLOCK_SECONDS}`,
].map((form) => new RegExp(`^\\s*${form}\\s*$`, "i"));

const SECONDS_OF = { weeks: 604_800, days: 86_400, hours: 3600, mins: 60, secs: 1 } as const;
type Unit = keyof typeof SECONDS_OF;
const UNITS = Object.keys(SECONDS_OF) as readonly Unit[];
const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/;
const MILLION = 1_000_000n;

/** The microseconds of a duration in words or as a clock shows it; undefined for anything else. */
export function clockDuration(text: string): bigint | undefined {
  const [, sign = "", unsigned = ""] = /^\s*([+-])?\s*(.*)$/s.exec(asciiDigits(text)) ?? [];
  if (unsigned.trim() === "") return undefined;
  for (const form of FORMS) {
    const parts = form.exec(unsigned)?.groups;
    const micros = parts === undefined ? undefined : microsecondsOf(parts);
    if (micros !== undefined) return sign === "-" ? -micros : micros;
  }
  return undefined;
}

function microsecondsOf(parts: { readonly [unit: string]: string | undefined }): bigint | undefined {
  const given = UNITS.flatMap((unit) => (parts[unit] === undefined ? [] : [[unit, parts[unit]] as const]));
  if (given.length === 0 || !given.every(([, number]) => NUMBER.test(number))) return undefined;
  const seconds = parts["secs"] ?? "";
  // As in Python: with a fraction of seconds all is a float, and else the whole seconds of an exact sum.
  if (seconds.includes("."))
    return ofFloat(given.reduce((sum, [unit, n]) => sum + SECONDS_OF[unit] * Number(n), 0));
  return (
    (given.reduce((sum, [unit, n]) => sum + millionths(n) * BigInt(SECONDS_OF[unit]), 0n) /
      MILLION_OF_PARTS) *
    MILLION
  );
}

// Numbers are counted in parts of 10^-30, so that no digit that a text may have is lost.
const DECIMALS = 200;
const MILLION_OF_PARTS = 10n ** BigInt(DECIMALS);

function millionths(number: string): bigint {
  const [whole = "", fraction = ""] = number.split(".");
  return BigInt(`${whole === "" ? "0" : whole}${fraction.slice(0, DECIMALS).padEnd(DECIMALS, "0")}`);
}

function ofFloat(seconds: number): bigint | undefined {
  if (!Number.isFinite(seconds)) return undefined;
  const whole = Math.trunc(seconds);
  return BigInt(whole) * MILLION + BigInt(toEven((seconds - whole) * 1_000_000));
}

// As Python's timedelta rounds: halves to the even number.
function toEven(number: number): number {
  const floor = Math.floor(number);
  const rest = number - floor;
  if (rest !== 0.5) return Math.round(number);
  return floor % 2 === 0 ? floor : floor + 1;
}
