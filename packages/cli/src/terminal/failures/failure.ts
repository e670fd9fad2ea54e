import { coreErrors, type FlytekitError, isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack, type SourceLocation } from "@flytekit-ts/core/graph";
import { errors } from "../../errors.js";
import { docsPage } from "./docs-page.js";
import { hintForShells } from "./hint-for-shells.js";
import { placeForAuthors } from "./place-for-authors.js";

/** What is told of an error, to people and to programs. */
export interface Failure {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string | undefined;
  readonly location: SourceLocation | undefined;
  readonly docs: string;
  /** What led to it, the nearest first, as far as the message does not say it. */
  readonly causes: readonly string[];
  /** The faults that it stands for, if there are several. */
  readonly problems: readonly Failure[];
  /** Where it comes from, if something else than a command line or a file is at fault. */
  readonly stack: string | undefined;
}

/** What to tell of what was thrown. Whatever is no error of ours is a fault of ours, and says so. */
export function failureOf(thrown: unknown): Failure {
  const several = severalOf(thrown);
  if (several !== undefined) return several;
  const error = isFlytekitError(thrown)
    ? thrown
    : errors.UNEXPECTED_FAILURE({ said: textOf(thrown) }, { cause: thrown });
  const { code, text } = error;
  const problems = problemsOf(error);
  // The message lists the problems too, without their lines of source.
  const message = problems.length === 0 ? text : (text.split("\n")[0] ?? text);
  return {
    code,
    severity: "error",
    message,
    hint: hintForShells(error),
    location: placeOf(error),
    docs: docsPage(code),
    causes: error === thrown ? causesOf(error) : [],
    problems,
    stack: error === thrown ? stackOf(causeOf(error)) : stackOf(thrown),
  };
}

function severalOf(thrown: unknown): Failure | undefined {
  if (!(thrown instanceof AggregateError) || thrown.errors.length === 0) return undefined;
  const [first, ...others] = thrown.errors.map((each) => failureOf(each));
  return first === undefined ? undefined : { ...first, problems: [...first.problems, ...others] };
}

// The stack of a failed task is that of what its function threw. Other stacks are of these packages, and so is the line
// of an error where a command has called the function that threw it.
function placeOf(error: FlytekitError): SourceLocation | undefined {
  const { location } = error;
  if (location !== undefined) return placeForAuthors(location);
  return coreErrors.TASK_FAILED.is(error) ? placeOfStack(String(error.stack)) : undefined;
}

const MOST_CAUSES = 5;

function causesOf(error: FlytekitError): readonly string[] {
  const causes: string[] = [];
  let said = error.text;
  let { cause } = error;
  for (let count = 0; count < MOST_CAUSES && cause !== undefined && cause !== null; count++) {
    const text = textOf(cause);
    if (!said.includes(text.replace(/\.$/, ""))) causes.push(text);
    said += `\n${text}`;
    cause = causeOf(cause);
  }
  return causes;
}

function causeOf(thrown: unknown): unknown {
  try {
    return typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "cause") : undefined;
  } catch {
    return undefined;
  }
}

function stackOf(thrown: unknown): string | undefined {
  try {
    const stack: unknown = typeof thrown === "object" && thrown !== null && Reflect.get(thrown, "stack");
    return typeof stack === "string" ? stack : undefined;
  } catch {
    return undefined;
  }
}

// Errors that stand for several faults have them in `params.problems`, with code and message each.
function problemsOf({ params }: FlytekitError): readonly Failure[] {
  const list: unknown = typeof params === "object" && params !== null && Reflect.get(params, "problems");
  if (!Array.isArray(list) || !list.every(isProblem)) return [];
  return list.map(({ code, message, hint, location, severity = "error" }) => ({
    code,
    severity,
    message,
    hint,
    location,
    docs: docsPage(code),
    causes: [],
    problems: [],
    stack: undefined,
  }));
}

type Problem = Pick<Failure, "code" | "message" | "hint" | "location"> & {
  readonly severity?: Failure["severity"];
};

function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  return typeof Reflect.get(value, "code") === "string" && typeof Reflect.get(value, "message") === "string";
}
