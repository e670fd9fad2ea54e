import { type CronFault, type CronField, parseCronField } from "./cron-field.js";
import { parseGoDuration } from "./go-duration.js";
import { isTimeZone } from "./time-zone.js";

/** When a cron expression fires: at the times that match five fields, or again and again after an interval. */
export type CronSchedule =
  | {
      readonly kind: "fields";
      readonly minute: CronField;
      readonly hour: CronField;
      readonly dayOfMonth: CronField;
      readonly month: CronField;
      readonly dayOfWeek: CronField;
    }
  | { readonly kind: "interval"; readonly nanoseconds: bigint };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const MINUTE = { name: "minute", min: 0, max: 59 };
const HOUR = { name: "hour", min: 0, max: 23 };
const DAY_OF_MONTH = { name: "day of month", min: 1, max: 31 };
const MONTH = { name: "month", min: 1, max: 12, names: MONTHS };
const DAY_OF_WEEK = { name: "day of week", min: 0, max: 6, names: DAYS };

const DESCRIPTORS: ReadonlyMap<string, string> = new Map([
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
  ["@monthly", "0 0 1 * *"],
  ["@weekly", "0 0 * * 0"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@hourly", "0 * * * *"],
]);
const EVERY = "@every ";

// The characters that Go treats as blanks. They are not quite those of `\s`.
const BLANKS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/**
 * Read a cron expression as flyteadmin's parser does: the same expressions are accepted.
 *
 * An expression is five fields, a descriptor such as `@daily`, or `@every` with a Go duration. A time zone may
 * come first. Intervals of zero or less, and expressions that never fire (see `everFires`), are read as well.
 */
export function parseCron(expression: string): CronSchedule | CronFault {
  const [prefix] = /^(?:CRON_)?TZ=/.exec(expression) ?? [];
  if (prefix === undefined) return parseTimes(expression);
  const end = expression.indexOf(" ");
  if (end < 0) return { problem: "has a time zone and nothing after it" };
  if (!isTimeZone(expression.slice(prefix.length, end)))
    return { problem: "has a time zone that does not exist" };
  return parseTimes(trim(expression.slice(end)));
}

/** The text without blanks around it. A descriptor may have them only after a time zone. */
function trim(text: string): string {
  const [first = "", ...others] = text.split(BLANKS).filter((word) => word !== "");
  const last = others.at(-1) ?? first;
  return text.slice(text.indexOf(first), text.lastIndexOf(last) + last.length);
}

function parseTimes(text: string): CronSchedule | CronFault {
  if (!text.startsWith("@")) return parseFields(text);
  if (text.startsWith(EVERY)) {
    const nanoseconds = parseGoDuration(text.slice(EVERY.length));
    const problem = "has no duration such as 1h30m after @every";
    return nanoseconds === undefined ? { problem } : { kind: "interval", nanoseconds };
  }
  const fields = DESCRIPTORS.get(text);
  const problem = `begins with @, but is not one of ${[...DESCRIPTORS.keys()].join(", ")}, @every <duration>`;
  return fields === undefined ? { problem } : parseFields(fields);
}

function parseFields(text: string): CronSchedule | CronFault {
  const texts = text.split(BLANKS).filter((field) => field !== "");
  if (texts.length === 0) return { problem: "is empty" };
  if (texts.length !== 5) {
    return { problem: `has ${texts.length} ${texts.length === 1 ? "field" : "fields"} instead of 5` };
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek] = texts;
  const fields = {
    minute: parseCronField(minute ?? "", MINUTE),
    hour: parseCronField(hour ?? "", HOUR),
    dayOfMonth: parseCronField(dayOfMonth ?? "", DAY_OF_MONTH),
    month: parseCronField(month ?? "", MONTH),
    dayOfWeek: parseCronField(dayOfWeek ?? "", DAY_OF_WEEK),
  };
  const fault = Object.values(fields).find((field) => "problem" in field);
  return fault ?? ({ kind: "fields", ...fields } as CronSchedule);
}

/**
 * What is wrong with a cron expression, as the end of a sentence about it; `undefined` for a valid one.
 *
 * An interval of zero or less is refused here, although the parser reads it: the scheduler would turn it into one
 * second.
 */
export function cronProblem(expression: string): string | undefined {
  const schedule = parseCron(expression);
  if ("problem" in schedule) return schedule.problem;
  const isNone = schedule.kind === "interval" && schedule.nanoseconds <= 0n;
  return isNone ? "has an interval that is not above zero" : undefined;
}
