import { relative } from "node:path";
import { coreErrors, type FlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack, sourceExcerpt, type SourceLocation } from "@flytekit-ts/core/graph";
import { briefPath } from "./name-of.js";
import { fitted, plainText, widthOf } from "./plain-text.js";
import type { Failure } from "./run-tree.js";
import type { Style } from "./style.js";
import { wrapped } from "./wrapped.js";

const MOST_LINES = 12;

/** The lines that tell of a failure: the node, what went wrong, the author's line with its surroundings, and what to do. */
export function failureLines({ node, name, attempt, error }: Failure, style: Style): readonly string[] {
  const { marks, paint } = style;
  const tries = attempt === 0 ? "" : `, attempt ${attempt + 1}`;
  return [
    `${paint("red", marks.failed)} ${paint("bold", plainText(name))} ${paint("dim", `(${plainText(briefPath(node))}${tries})`)}`,
    ...errorLines(error, style),
  ];
}

/** The lines that tell of an error. */
export function errorLines(error: FlytekitError, style: Style): readonly string[] {
  const { paint, marks } = style;
  const isThrown = coreErrors.TASK_FAILED.is(error);
  // What the author's function threw says more than that the task failed.
  const message = isThrown ? `${beforeThrown(error)}${error.params.message}` : error.text;
  const said = message.split("\n").map(plainText);
  const more = said.length > MOST_LINES ? [marks.more] : [];
  const place = placeOf(error);
  const page = style.pageOf?.(error.code);
  const hint = (isThrown ? hintOfThrown(error) : error.hint)?.split("\n").map(plainText) ?? [];
  const [first = "", ...rest] = [`${error.code} ${said[0] ?? ""}`, ...said.slice(1, MOST_LINES)].flatMap(
    (line) => wrapped(line, widthIn(style)),
  );
  return [
    first.replace(error.code, (code) => paint("red", code)),
    ...rest,
    ...more,
    ...(place === undefined ? [] : placeLines(place, style)),
    ...hint.flatMap((line) => wrapped(line, widthIn(style))).map((line) => paint("dim", line)),
    ...(page === undefined ? [] : [paint("dim", page)]),
    ...(style.verbose ? stackLines(error).map((line) => paint("dim", line)) : []),
  ].map((line) => `${INDENT}${line}`);
}

const INDENT = "  ";

function widthIn({ columns }: Style): number {
  return Math.max(20, (columns() ?? Infinity) - INDENT.length);
}

function stackLines(error: FlytekitError): readonly string[] {
  const { cause } = error;
  const stack = propertyOf(cause, "stack");
  const lines = (typeof stack === "string" ? stack : (error.stack ?? "")).split("\n");
  return lines.filter((line) => /^\s*at /.test(line)).map((line) => plainText(line).trim());
}

function beforeThrown(error: ThrownError): string {
  if (isNoError(error)) return "The task threw something that is not an Error: ";
  const name = propertyOf(error.cause, "name");
  // The class of what was thrown, if it has more to say than `Error`.
  return typeof name === "string" && name !== "Error" ? `${name}: ` : "";
}

function hintOfThrown(error: ThrownError): string | undefined {
  return isNoError(error) ? "Throw an `Error`, which knows the line that it comes from." : undefined;
}

type ThrownError = FlytekitError & { readonly params: { readonly message: string } };

// What fails in place of a task, such as an interceptor, has no cause and a message of its own.
function isNoError({ cause, params }: ThrownError): boolean {
  return typeof propertyOf(cause, "stack") !== "string" && params.message === textOf(cause);
}

function propertyOf(thrown: unknown, key: string): unknown {
  try {
    return typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, key) : undefined;
  } catch {
    return undefined;
  }
}

// The stack of a failed task is that of what its function threw. Other stacks are of this package.
function placeOf(error: FlytekitError): SourceLocation | undefined {
  return error.location ?? (coreErrors.TASK_FAILED.is(error) ? placeOfStack(String(error.stack)) : undefined);
}

function placeLines(place: SourceLocation, style: Style): readonly string[] {
  const { paint, marks } = style;
  const { file, line, column } = place;
  const lines = sourceExcerpt(place, {
    show: plainText,
    widthOf,
    fit: (text, columns) => fitted(text, columns, marks.more),
    columns: widthIn(style) - 1,
    bar: marks.bar,
    mark: (mark) => paint("red", mark),
    dim: (each) => paint("dim", each),
  });
  return [`at ${paint("cyan", plainText(`${shortened(file)}:${line}:${column}`))}`, ...lines];
}

function shortened(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") ? file : path;
}
