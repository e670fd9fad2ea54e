import { relative } from "node:path";
import { sourceExcerpt, type SourceLocation } from "@flytekit-ts/core/graph";
import type { Paint } from "../../command/output.js";
import { safeLine, safeText } from "../text/safe-text.js";
import { beginning, hanging, widthOf } from "../text/wrap.js";
import type { Failure } from "./failure.js";

/** How an error is written on a terminal. */
export interface FailureStyle {
  readonly paint: (how: Paint, text: string) => string;
  readonly cwd: string;
  readonly unicode: boolean;
  /** Columns that lines have to fit; none where they go to a file. */
  readonly columns: number | undefined;
  readonly verbose: boolean;
}

const INDENT = "  ";
// The answer of a cluster in its own words, such as `5 NOT_FOUND: ...`: the error over it has said it in ours, and
// NOT_ON_CLUSTER says all that there is to know.
const ANSWER = /^\d+ [A-Z_]+: | does not have what \S+ asked for: /;
// Mending the first of many problems often mends the others.
const MOST_PROBLEMS = 20;

/** The lines that tell of an error: its code, what is wrong, the author's line, what to do, and where there is more about it. */
export function failureLines(failure: Failure, style: FailureStyle): readonly string[] {
  const { problems, docs, stack } = failure;
  const { paint, verbose } = style;
  return [
    ...problemLines(failure, style),
    ...problems.slice(0, MOST_PROBLEMS).flatMap((each) => ["", ...problemLines(each, style)]),
    ...(problems.length > MOST_PROBLEMS ? ["", `and ${problems.length - MOST_PROBLEMS} more`] : []),
    ...(problems.length > 0 ? [""] : []),
    pageLine(docs, style),
    ...(verbose && stack !== undefined
      ? ["", ...stack.split("\n").map((line) => paint("dim", safeLine(line)))]
      : []),
  ];
}

/** The line with the address of the page of a code. */
export function pageLine(docs: string, { paint }: FailureStyle): string {
  return INDENT + paint("dim", `see: ${docs}`);
}

/** The lines of one fault: its code, what is wrong, the author's line, what led to it, what to do. */
export function problemLines(
  { code, severity, message, location, causes, hint }: Failure,
  style: FailureStyle,
): readonly string[] {
  const { paint } = style;
  const tag = severity === "warning" ? `warning [${code}] ` : `[${code}] `;
  const said = (text: string): string => safeText(text.replaceAll(`${style.cwd}/`, ""));
  const [first = "", ...more] = said(message).split("\n");
  const colour = severity === "warning" ? "yellow" : "red";
  return [
    ...flowing("", `${tag}${first}`, style).map((line, index) =>
      index === 0 && line.startsWith(tag.trimEnd())
        ? paint(colour, tag.trimEnd()) + line.slice(tag.length - 1)
        : line,
    ),
    ...more.flatMap((line) => flowing(INDENT, line, style)),
    ...(location === undefined ? [] : placeLines(location, style)),
    ...causes
      .filter((cause) => style.verbose || (code !== "NOT_ON_CLUSTER" && !ANSWER.test(cause)))
      .flatMap((cause) => flowing(`${INDENT}because: `, said(cause), style)),
    ...(hint === undefined ? [] : flowing(`${INDENT}hint: `, said(hint), style)),
  ];
}

// On a terminal lines are broken between words, so that they stay under each other; in a file nobody has to join them.
function flowing(first: string, text: string, { columns }: FailureStyle): readonly string[] {
  if (columns !== undefined) return hanging(first, text, columns);
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : " ".repeat(first.length)}${line}`.trimEnd());
}

function placeLines(
  location: SourceLocation,
  { paint, cwd, unicode, columns }: FailureStyle,
): readonly string[] {
  const { file, line, column } = location;
  const excerpt = sourceExcerpt(location, {
    show: safeLine,
    widthOf,
    fit: beginning,
    columns: (columns ?? Number.POSITIVE_INFINITY) - INDENT.length,
    bar: unicode ? "│" : "|",
    mark: (mark) => paint("red", mark),
    dim: (each) => paint("dim", each),
  });
  const place = paint("cyan", safeLine(`${shortened(file, cwd)}:${line}:${column}`));
  return [`${INDENT}at ${place}`, ...excerpt.map((each) => `${INDENT}${each}`)];
}

function shortened(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path.startsWith("..") || path === "" ? file : path;
}
