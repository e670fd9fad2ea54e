import { closest } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";
import { timeGiven } from "../times-given.js";
import type { FieldKind } from "./list-kind.js";

const OPERATORS = {
  "!=": "not",
  ">=": "atLeast",
  "<=": "atMost",
  ">": "above",
  "<": "below",
  "~": "contains",
  "=": "equals",
} as const;

type Operator = keyof typeof OPERATORS;
type Fields = { readonly [field: string]: FieldKind };

/** Conditions as they are typed, such as `name~water` and `createdAt>2026-05-01`, as a cluster takes them. @throws `USAGE_INVALID` */
export function conditionsOf(
  texts: readonly string[],
  fields: Fields,
  command: string,
): { readonly [field: string]: { readonly [comparison: string]: unknown } } {
  const all = new Map<string, Record<string, unknown>>();
  for (const text of texts) {
    const [, field = "", operator, value = ""] = /^\s*([\w.]+)\s*(!=|>=|<=|>|<|~|=)(.*)$/su.exec(text) ?? [];
    if (operator === undefined) {
      const problem = `--where does not take ${JSON.stringify(text)}`;
      throw errors.USAGE_INVALID({
        command,
        problem,
        advice: "Write a field, a comparison and a value: `--where name=garden.water`.",
      });
    }
    assertField(field, fields, { command, option: "--where" });
    const comparison = OPERATORS[operator as Operator];
    const kind = comparison === "contains" ? "text" : (fields[field] ?? "text");
    all.set(field, { ...all.get(field), [comparison]: valueOf(value.trim(), kind, { command, field }) });
  }
  return Object.fromEntries(all);
}

/** Assert that a list has a field. @throws `USAGE_INVALID` */
export function assertField(
  field: string,
  fields: Fields,
  { command, option }: { readonly command: string; readonly option: string },
): void {
  if (Object.hasOwn(fields, field)) return;
  const near = closest(field, Object.keys(fields));
  const problem = `${option} names a field ${JSON.stringify(field)} that there is not`;
  const advice =
    near === undefined ? `There are ${Object.keys(fields).join(", ")}.` : `Did you mean ${near}?`;
  throw errors.USAGE_INVALID({ command, problem, advice });
}

function valueOf(
  text: string,
  kind: FieldKind,
  { command, field }: { readonly command: string; readonly field: string },
): unknown {
  if (kind === "text") return text;
  const wanted = (advice: string): unknown =>
    errors.USAGE_INVALID({
      command,
      problem: `--where: ${field} cannot be compared with ${JSON.stringify(text)}`,
      advice,
    });
  if (kind === "number") {
    if (text !== "" && Number.isFinite(Number(text))) return Number(text);
    throw wanted("Give a number.");
  }
  if (kind === "time") {
    return timeGiven(text, { command, option: `--where ${field}` });
  }
  const found = kind.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw wanted(`It is one of ${kind.join(", ")}.`);
}
