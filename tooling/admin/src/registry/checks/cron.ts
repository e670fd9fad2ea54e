import { refused } from "../../serving/refusal.js";
import { readDuration } from "../../query/durations.js";

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[] | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FIELDS: readonly Field[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 6, names: DAYS },
];

const DESCRIPTORS = ["yearly", "annually", "monthly", "weekly", "daily", "midnight", "hourly"];

/**
 * Whether flyteadmin takes an expression as a schedule. An empty one passes.
 *
 * @throws Refusal INVALID_ARGUMENT in the words of its parser
 */
export function assertCron(expression: string): void {
  const problem = expression === "" ? undefined : cronProblem(expression);
  if (problem !== undefined) throw refused.invalid(`Invalid cron expression: ${problem}`);
}

function cronProblem(expression: string): string | undefined {
  let rest = expression;
  const zone = /^(?:CRON_)?TZ=(\S*)\s+/.exec(expression);
  if (zone !== null) {
    const name = zone[1] ?? "";
    if (!isZone(name)) return `provided bad location ${name}: unknown time zone ${name}`;
    rest = expression.slice(zone[0].length).trim();
  } else if (/^(?:CRON_)?TZ=/.test(expression)) throw refused.internal("");
  if (rest.startsWith("@")) return descriptorProblem(rest);
  const fields = rest.split(/\s+/).filter((field) => field !== "");
  if (fields.length !== FIELDS.length)
    return `expected exactly 5 fields, found ${fields.length}: [${fields.join(" ")}]`;
  for (const [index, field] of fields.entries()) {
    const allowed = FIELDS[index];
    const problem = allowed && listProblem(field, allowed);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return name === "" || name === "Local";
  }
}

function descriptorProblem(text: string): string | undefined {
  if (DESCRIPTORS.includes(text.slice(1))) return undefined;
  if (!text.startsWith("@every ")) return `unrecognized descriptor: ${text}`;
  const span = text.slice("@every ".length);
  try {
    if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(span) || span === "0") readDuration(span);
    else return `failed to parse duration ${text}: time: missing unit in duration "${span}"`;
  } catch {
    return `failed to parse duration ${text}: time: invalid duration "${span}"`;
  }
  return undefined;
}

function listProblem(text: string, field: Field): string | undefined {
  const problems = text
    .split(",")
    .filter((part) => part !== "")
    .map((part) => rangeProblem(part, field));
  return problems.find((problem) => problem !== undefined);
}

function rangeProblem(text: string, field: Field): string | undefined {
  const [range = "", step, ...more] = text.split("/");
  const [low = "", high, ...others] = range.split("-");
  let start: number | string = field.least;
  let end: number | string = field.most;
  if (low !== "*" && low !== "?") {
    start = valueOf(low, field);
    if (typeof start === "string") return start;
    if (others.length > 0) return `too many hyphens: ${text}`;
    end = high === undefined ? (step === undefined ? start : field.most) : valueOf(high, field);
    if (typeof end === "string") return end;
  }
  if (more.length > 0) return `too many slashes: ${text}`;
  const every = step === undefined ? 1 : numberOf(step);
  if (typeof every === "string") return every;
  if (start < field.least) return `beginning of range (${start}) below minimum (${field.least}): ${text}`;
  if (end > field.most) return `end of range (${end}) above maximum (${field.most}): ${text}`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${text}`;
  return every === 0 ? `step of range should be a positive number: ${text}` : undefined;
}

function valueOf(text: string, { names = [], least }: Field): number | string {
  const index = names.indexOf(text.toLowerCase());
  return index === -1 ? numberOf(text) : index + least;
}

function numberOf(text: string): number | string {
  if (!/^[+-]?\d+$/.test(text))
    return `failed to parse int from ${text}: strconv.Atoi: parsing "${text}": invalid syntax`;
  return Number(text) < 0 ? `negative number (${Number(text)}) not allowed: ${text}` : Number(text);
}
