import type { Column } from "../../command/output.js";
import { widthOf, wrapped } from "./wrap.js";

const GAP = 2;
// A column that gives way keeps as many: what is narrower takes longer to read than a list.
const LEAST = 20;

/** The lines of a table: columns side by side, as wide as what is in them, and no blank at an end. Titles are left out if all are empty. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  most: number | undefined,
): readonly string[] {
  const titles = columns.map(({ title }) => title);
  const isTitled = titles.some((title) => title !== "");
  const all = isTitled ? [titles, ...rows] : rows;
  const natural = columns.map((_, index) => Math.max(0, ...all.map((row) => widthOf(row[index] ?? ""))));
  const words = columns.map((_, index) => Math.max(0, ...all.map((row) => longestWord(row[index] ?? ""))));
  const widths = most === undefined ? natural : narrowed(columns, { natural, words }, most);
  // A list would have no names for the cells of columns without titles.
  if (most !== undefined && isTitled && total(widths) > most) return listLines(titles, rows, most);
  return all.flatMap((row) => rowLines(columns, widths, row));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0) + GAP * Math.max(0, widths.length - 1);
}

interface Widths {
  readonly natural: readonly number[];
  /** The longest words, which are best left whole. */
  readonly words: readonly number[];
}

// The columns that give way, those with higher numbers first, each no further than it has to, and none in a word.
function narrowed(columns: readonly Column[], { natural, words }: Widths, most: number): readonly number[] {
  const widths = [...natural];
  const giving = columns.flatMap(({ gives }, index) => (gives === undefined ? [] : [{ gives, index }]));
  for (const { index } of giving.toSorted((a, b) => b.gives - a.gives)) {
    const [over, width] = [total(widths) - most, widths[index] ?? 0];
    const least = Math.min(Math.max(LEAST, words[index] ?? 0), width);
    if (over > 0) widths[index] = Math.max(least, width - over);
  }
  return widths;
}

function longestWord(text: string): number {
  return Math.max(...text.split(" ").map((word) => widthOf(word)));
}

function rowLines(
  columns: readonly Column[],
  widths: readonly number[],
  row: readonly string[],
): readonly string[] {
  const cells = columns.map((_, index) => {
    const [text, width] = [row[index] ?? "", widths[index] ?? 0];
    return widthOf(text) <= width ? [text] : wrapped(text, width);
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, index) =>
      padded(lines[line] ?? "", widths[index] ?? 0, columns[index]?.align),
    );
    return parts.join(" ".repeat(GAP)).trimEnd();
  });
}

function padded(text: string, width: number, align: Column["align"]): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? blanks + text : text + blanks;
}

// Each row as a list of its cells, for a terminal that is too narrow for them side by side.
function listLines(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  most: number,
): readonly string[] {
  const indent = Math.max(...titles.map((title) => widthOf(title))) + GAP;
  return rows.flatMap((row, index) => {
    const items = titles.flatMap((title, at) => {
      const text = row[at] ?? "";
      if (text === "") return [];
      return wrapped(text, Math.max(most - indent, 20)).map((line, nth) =>
        ((nth === 0 ? padded(title, indent, "left") : " ".repeat(indent)) + line).trimEnd(),
      );
    });
    return index === 0 ? items : ["", ...items];
  });
}
