import type { ListedRun } from "@flytekit-ts/local-exec/journal";
import type { JsonValue } from "../../command/output.js";
import { errors } from "../../errors.js";
import { comparedValue } from "./compared-value.js";

/** A condition of `--where`: `input.x>=5`. */
export interface Condition {
  readonly field: string;
  readonly path: readonly string[];
  readonly operator: "=" | "!=" | "<" | "<=" | ">" | ">=" | "~";
  readonly value: string;
}

/** What a run is compared by. */
export interface Compared {
  readonly run: ListedRun;
  readonly inputs: { readonly [name: string]: JsonValue };
  readonly outputs: { readonly [name: string]: JsonValue };
}

const FORM = /^(\w+)((?:\.[^.=!<>~\s]+)*)\s*(!=|<=|>=|==?|<|>|~)\s*(.*)$/s;
const WITH_PATH: ReadonlySet<string> = new Set(["input", "output", "label"]);
const FIELDS: ReadonlySet<string> = new Set([
  "id",
  "state",
  "entity",
  "started",
  "ended",
  "duration",
  ...WITH_PATH,
]);

/** Read a condition. @throws `USAGE_INVALID` */
export function conditionOf(text: string): Condition {
  const [, field = "", path = "", written, value = ""] = FORM.exec(text) ?? [];
  const parts = path.split(".").slice(1);
  // As in most languages of programs.
  const operator = (written === "==" ? "=" : written) as Condition["operator"] | undefined;
  if (operator !== undefined && FIELDS.has(field) && parts.length > 0 === WITH_PATH.has(field))
    return { field, path: parts, operator, value: operator === "~" ? value : comparedValue(field, value) };
  throw errors.USAGE_INVALID({
    command: "tsflyte runs list",
    problem: `--where cannot be ${JSON.stringify(text)}`,
    advice:
      "Write a field, an operator and a value, such as `state=failed` or `input.x>=5`. Fields are id, state, entity, started, ended, duration, input.NAME, output.NAME and label.NAME; operators =, !=, <, <=, >, >= and ~ (contains).",
  });
}

/** Whether conditions need the values of runs, which take a while to read. */
export function needsValues(conditions: readonly Condition[]): boolean {
  return conditions.some(({ field }) => field === "input" || field === "output");
}

/** Whether a condition holds for a run. One that has no such field fits only `!=`. */
export function holds({ field, path, operator, value }: Condition, compared: Compared): boolean {
  const found = fieldOf(field, path, compared);
  if (found === undefined) return operator === "!=";
  if (operator === "~") return textOf(found).toLowerCase().includes(value.toLowerCase());
  const order = compare(found, value);
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function fieldOf(
  field: string,
  path: readonly string[],
  { run, inputs, outputs }: Compared,
): JsonValue | undefined {
  switch (field) {
    case "started":
      return isoOf(run.startedAt);
    case "ended":
      return isoOf(run.endedAt);
    case "duration":
      return run.duration;
    case "input":
      return valueAt(inputs, path);
    case "output":
      return valueAt(outputs, path);
    case "label":
      return run.labels[path.join(".")];
    case "entity":
      return run.entity;
    default:
      return field === "id" ? run.id : run.state;
  }
}

function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let at: unknown = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = Reflect.get(at, part);
  }
  return at as JsonValue;
}

// Numbers as numbers, points in time as such, all else as texts. NaN: they are different, and none comes first.
function compare(found: JsonValue, value: string): number {
  const text = textOf(found);
  if (text === value) return 0;
  const [number, other] = [Number(text), Number(value)];
  if (text.trim() !== "" && value.trim() !== "" && !Number.isNaN(number) && !Number.isNaN(other))
    return Math.sign(number - other);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return Math.sign(Date.parse(text) - timeOf(value));
  return typeof found === "string" ? (text < value ? -1 : 1) : Number.NaN;
}

// A day alone begins at midnight UTC.
function timeOf(value: string): number {
  return Date.parse(
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value) ? `${value.replace(" ", "T")}Z` : value,
  );
}

function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isoOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}
