import { widthOf, wrapped } from "./wrap.js";

// Names and paths are broken behind the marks that join their parts, where no blank is near.
const PIECES = /[^\s._/:-]*[._/:-]+|[^\s._/:-]+|\s+/g;

/** The text of a cell on lines of at most so many columns: between words, else between the parts of names and paths. */
export function cellLines(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<= )/)) {
    const pieces = widthOf(word.trimEnd()) <= columns ? [word] : (word.match(PIECES) ?? [word]);
    for (const piece of pieces) {
      if (line !== "" && widthOf((line + piece).trimEnd()) > columns) {
        lines.push(line);
        line = "";
      }
      line += piece;
    }
  }
  // A part may still be too long.
  return [...lines, line].flatMap((each) => wrapped(each.trimEnd(), columns));
}
