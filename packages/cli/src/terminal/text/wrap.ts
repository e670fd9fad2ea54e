import widthOf from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

export { widthOf };

/** A text on lines of at most so many columns, broken between words where it can be. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines = wrapAnsi(text, Math.max(columns, 1), { hard: true, trim: true }).split("\n");
  return lines.map((line) => line.trimEnd());
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

/**
 * A line on lines of at most so many columns. Words stay whole, as somebody may copy them; what stands in columns goes on
 * below the last of them.
 */
export function flowed(line: string, columns: number): readonly string[] {
  if (widthOf(line) <= columns) return [line];
  const gap = [...line.slice(0, columns).matchAll(/^ +| {2,}/g)].at(-1);
  const end = gap === undefined ? 0 : gap.index + gap[0].length;
  const first = line.slice(0, end);
  const indent = widthOf(first) > columns / 2 ? 2 : widthOf(first);
  const lines = wrapAnsi(line.slice(end), Math.max(columns - indent, 20), { trim: true }).split("\n");
  return lines.map((each, index) => `${index === 0 ? first : " ".repeat(indent)}${each}`.trimEnd());
}
