import { widthOf } from "./plain-text.js";

/** A line as several that take no more than so many columns, broken between words. A word that is longer has a line of its own. */
export function wrapped(line: string, width: number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let now = "";
  for (const word of line.trim().split(/\s+/)) {
    if (now !== "" && widthOf(`${indent}${now} ${word}`) > width) {
      lines.push(indent + now);
      now = word;
    } else now = now === "" ? word : `${now} ${word}`;
  }
  return [...lines, indent + now];
}
