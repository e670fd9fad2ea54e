import type { SourceLocation } from "./place.js";
import { hiddenSecrets } from "./hidden-secrets.js";

/** How many lines are shown before and after the one that is meant. */
const AROUND = 2;
// A mark, the blanks around the number of a line, and the bar.
const MARGIN = 5;

/** How lines of source are written. */
export interface ExcerptStyle {
  /** A piece of the source as it may be printed. */
  readonly show: (source: string) => string;
  /** How many columns a text takes. */
  readonly widthOf: (shown: string) => number;
  /** The beginning of a text that takes at most so many columns. */
  readonly fit: (shown: string, columns: number) => string;
  /** How many columns lines may take. */
  readonly columns: number;
  /** Stands between the number of a line and its text. */
  readonly bar: string;
  /** How the marks at the line that is meant are written, such as in red. */
  readonly mark: (mark: string) => string;
  /** How the lines around it are written. */
  readonly dim: (line: string) => string;
}

/**
 * The line of the author's source at a location, with those around it and a mark under the column. It is empty where the
 * source cannot be read: it may be gone, be what was built of it, or have fewer lines by now. Texts that are secrets by their
 * names are hidden: an excerpt may end in the log of a CI.
 */
export function sourceExcerpt(
  { file, line, column }: SourceLocation,
  style: ExcerptStyle,
): readonly string[] {
  const source = linesOf(file);
  const text = source?.[line - 1];
  if (source === undefined || text === undefined) return [];
  const first = Math.max(0, line - 1 - AROUND);
  const shown = source.slice(first, line + AROUND).map(hiddenSecrets);
  const width = String(first + shown.length).length;
  // With a letter behind it, blanks at the end of what is before the column remain.
  const before = style.widthOf(style.show(`${hiddenSecrets(text).slice(0, column - 1)}.`)) - 1;
  const room = style.columns - width - MARGIN;
  // What is far to the right is moved into sight, and all lines with it.
  const cut = before < room ? 0 : before - Math.floor(room / 2);
  return shown.flatMap((each, index) => {
    const number = first + index + 1;
    const numbered =
      `${String(number).padStart(width)} ${style.bar} ${style.fit(style.show(each).slice(cut), room)}`.trimEnd();
    if (number !== line) return [style.dim(`  ${numbered}`)];
    const under = `  ${" ".repeat(width)} ${style.bar} ${" ".repeat(before - cut)}`;
    return [`${style.mark(">")} ${numbered}`, `${under}${style.mark("^")}`];
  });
}

function linesOf(file: string): readonly string[] | undefined {
  try {
    return process.getBuiltinModule("node:fs").readFileSync(file, "utf8").split(/\r?\n/);
  } catch {
    return undefined;
  }
}
