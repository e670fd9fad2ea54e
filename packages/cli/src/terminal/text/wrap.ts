import widthOfAny from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

// Stands for the blanks of what is not broken: no keyboard writes it, and it is as wide as a blank.
const JOINT = "\uE000";
const QUOTED = /`[^`\n]+`/g;

// Most text is ASCII, and its width is known. Expressions that know all letters take the engine longer to prepare than a
// page of help takes otherwise.
const MORE_THAN_ASCII = new RegExp(`[^ -~${JOINT}]`);

/** The columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return MORE_THAN_ASCII.test(text) ? widthOfAny(text) : text.length;
}

/**
 * A text on lines of at most so many columns, broken between words. A word that is longer stays whole, as somebody may
 * copy it, and so does a command between backticks where one line has room for it.
 */
export function wrapped(text: string, columns: number): readonly string[] {
  const [whole, most] = [joined(text, columns), Math.max(columns, 1)];
  const isSimple = !MORE_THAN_ASCII.test(whole) && !whole.includes("  ");
  const lines = isSimple ? filled(whole.trim(), most) : wrapAnsi(whole, most, { trim: true }).split("\n");
  return lines.map((line) => parted(line).trimEnd());
}

/** Words on lines of at most so many columns; a longer word has a line of its own. */
function filled(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function joined(text: string, columns: number): string {
  return text.replaceAll(QUOTED, (quoted) =>
    widthOf(quoted) > columns ? quoted : quoted.replaceAll(" ", JOINT),
  );
}

function parted(line: string): string {
  return line.replaceAll(JOINT, " ");
}

/** A text on lines of at most so many columns, the lines behind the first under it. */
export function hanging(first: string, text: string, columns: number): readonly string[] {
  const indent = widthOf(first);
  const lines = text.split("\n").flatMap((line) => wrapped(line, Math.max(columns - indent, 20)));
  return lines.map((line, index) => `${index === 0 ? first : " ".repeat(indent)}${line}`.trimEnd());
}

/** The beginning of a line that takes at most so many columns, with a mark where it was cut. */
export function beginning(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const [first = ""] = wrapAnsi(line, Math.max(columns - 1, 1), {
    hard: true,
    trim: false,
    wordWrap: false,
  }).split("\n");
  return `${first}…`;
}

const ESCAPE = "\u001B";
const STYLES = new RegExp(`${ESCAPE}\\[\\d+m`, "g");

/**
 * A line on lines of at most so many columns; what stands in columns goes on below the last of them, or, where that is far
 * to the right, on lines of its own.
 */
export function flowed(line: string, columns: number): readonly string[] {
  if (widthOf(line) <= columns) return [line];
  const end = lastColumnOf(line, columns);
  const [first, rest] = [line.slice(0, end), line.slice(end)];
  // A word that is too long for any line stays beside the one word before it, such as the name of what it is.
  if (/^\S+ \S+$/.test(rest) && Math.max(...rest.split(" ").map((word) => widthOf(word))) > columns - 2)
    return [line];
  const isNear = widthOf(first) <= columns / 2;
  const indent = isNear ? widthOf(first) : 2 + widthOf(/^ */.exec(first)?.[0] ?? "");
  const [begins, ...goesOn] = wrapped(rest, Math.max(columns - indent, 20));
  const lines = isNear ? [`${first}${begins}`, ...goesOn.map((each) => " ".repeat(indent) + each)] : [];
  const below = [first, ...[begins, ...goesOn].map((each) => " ".repeat(indent) + each)];
  return (isNear ? lines : below).map((each) => each.trimEnd());
}

// Where the last column of a line begins, as far as the line fits. Codes of colours take no room.
function lastColumnOf(line: string, columns: number): number {
  const plain = line.replaceAll(STYLES, "");
  const gap = [...plain.slice(0, columns).matchAll(/^ +| {2,}/g)].at(-1);
  const end = gap === undefined ? 0 : gap.index + gap[0].length;
  let at = 0;
  for (const { index, 0: style } of line.matchAll(STYLES)) {
    if (index - at >= end) break;
    at += style.length;
  }
  return at + end;
}
