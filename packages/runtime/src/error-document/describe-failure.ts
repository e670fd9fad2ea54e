import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { FailedTask } from "./failed-task.js";
import type { Failure } from "./failure.js";
import { stackLines } from "./stack-lines.js";
import { typeName } from "./type-name.js";

/** Longer texts are cut: Flyte keeps the message in its database. */
const LONGEST = 200_000;
/** How many causes of causes are told. */
const DEEPEST = 10;

/** The message of a failure, in the layout of flytekit, which Flyte's console and people know. Never throws. */
export function describeFailure({ error }: Failure, task: FailedTask | undefined): string {
  const trace = chainOf(error).flatMap((each, i) => [
    `${i === 0 ? "" : "Caused by: "}${firstLine(summaryOf(each))}`,
    ...stackLines(each).map((line) => `    ${line}`),
  ]);
  const text = cut(`${summaryOf(error)}${task === undefined ? "" : `\n${placeOf(task)}`}`);
  return `Trace:\n\n${indented(`${cut(trace.join("\n"))}\n`)}\nMessage:\n\n${indented(text)}`;
}

/** An error as `ValueError: boom`. */
export function summaryOf(error: unknown): string {
  return `${typeName(error)}: ${isFlytekitError(error) ? error.message : textOf(error)}`;
}

function placeOf({ name, attempt, item }: FailedTask): string {
  const at = item === undefined ? "" : `, item ${item} of its map`;
  return `(task ${name}${at}, attempt ${attempt})`;
}

/** The error and what caused it, each once. */
function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  const add = (each: unknown): void => {
    if (chain.length >= DEEPEST || chain.includes(each)) return;
    chain.push(each);
    for (const cause of causesOf(each)) add(cause);
  };
  add(error);
  return chain;
}

function causesOf(error: unknown): readonly unknown[] {
  if (typeof error !== "object" || error === null) return [];
  try {
    const cause: unknown = Reflect.get(error, "cause");
    const several: unknown = Reflect.get(error, "errors");
    const isAggregate = typeName(error) === "AggregateError" && Array.isArray(several);
    return [...(cause === undefined ? [] : [cause]), ...(isAggregate ? (several as unknown[]) : [])];
  } catch {
    return [];
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function cut(text: string): string {
  const whole = text.toWellFormed();
  if (whole.length <= LONGEST) return whole;
  return `${whole.slice(0, LONGEST).toWellFormed()}\n... (${whole.length - LONGEST} more characters)`;
}

// Blank lines are left alone, as Python's textwrap does.
function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `    ${line}`))
    .join("\n");
}
