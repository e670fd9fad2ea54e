import { type Font, textWidth } from "./text-width.js";

/** The room that a text may take. */
export interface Room {
  readonly width: number;
  readonly lines: number;
}

/**
 * A text in lines that fit: broken behind blanks and marks, inside a word only where it is too long alone. What is more
 * than the lines take ends in an ellipsis.
 */
export function wrapText(text: string, font: Font, { width, lines }: Room): readonly string[] {
  const rows: string[] = [];
  let row = "";
  for (const piece of pieces(text)) {
    for (let left = piece; left !== "";) {
      if (textWidth(row + left.trimEnd(), font) <= width) {
        row += left;
        left = "";
      } else if (row === "") {
        const fit = fitting(left, font, width);
        rows.push(left.slice(0, fit));
        left = left.slice(fit);
      } else {
        rows.push(row.trimEnd());
        row = "";
      }
    }
  }
  if (row !== "") rows.push(row.trimEnd());
  if (rows.length <= lines) return rows.length === 0 ? [""] : rows;
  const last = rows[lines - 1] ?? "";
  return [...rows.slice(0, lines - 1), ellipsis(last, font, width)];
}

function pieces(text: string): readonly string[] {
  return (
    text
      .replaceAll(/\s+/g, " ")
      .trim()
      .match(/[^\s._/:,-]*[\s._/:,-]+|[^\s._/:,-]+/g) ?? []
  );
}

// At least one character, so that it goes on; no half of a character of two codes.
function fitting(text: string, font: Font, width: number): number {
  let [end, row] = [0, ""];
  for (const character of text) {
    row += character;
    if (end > 0 && textWidth(row, font) > width) break;
    end += character.length;
  }
  return end;
}

/** A text with an ellipsis, cut so that both fit. */
export function ellipsis(row: string, font: Font, width: number): string {
  let [kept, cut] = ["…", ""];
  for (const character of row) {
    cut += character;
    if (textWidth(`${cut}…`, font) > width) break;
    kept = `${cut}…`;
  }
  return kept;
}
