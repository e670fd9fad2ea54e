import { hanging, widthOf, wrapped } from "../terminal/text/wrap.js";
import type { HelpStyle } from "./help-style.js";

/** A term and what is said of it. */
export type Row = readonly [term: string, says: string];

const INDENT = "  ";
// Terms that are longer get a line of their own, so that the others stand near what is said of them.
const LONGEST_TERM = 26;

/** A heading, and what stands under it; nothing if nothing does. */
export function part(title: string, lines: readonly string[], { paint }: HelpStyle): readonly string[] {
  return lines.length === 0 ? [] : ["", paint("bold", `${title}:`), ...lines];
}

/** The columns that the terms of some rows take, so that several lists stand under each other. */
export function termColumns(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(([term]) => widthOf(term)).filter((width) => width <= LONGEST_TERM));
}

/** Terms on the left, what is said of them on the right. */
export function rowLines(
  rows: readonly Row[],
  { columns, paint }: HelpStyle,
  across = termColumns(rows),
): readonly string[] {
  const left = INDENT.length + across + 2;
  return rows.flatMap(([term, says]) => {
    const shown = INDENT + paint("cyan", term);
    const fits = widthOf(term) <= across;
    const [first = "", ...more] = wrapped(says, columns - left);
    const indented = (line: string): string => `${" ".repeat(left)}${line}`;
    if (!fits) return [shown, ...[first, ...more].map(indented)];
    return [`${shown}${" ".repeat(across - widthOf(term) + 2)}${first}`.trimEnd(), ...more.map(indented)];
  });
}

/** Paragraphs, which empty lines separate. */
export function paragraphs(text: string, { columns }: HelpStyle): readonly string[] {
  return text.split(/\n{2,}/).flatMap((each) => ["", ...wrapped(each.replaceAll(/\s*\n\s*/g, " "), columns)]);
}

// What stands between quotes is one word to a shell, and a backslash in it would be part of the word.
const SHELL_WORDS = /(?:[^\s'"]+|'[^']*'|"[^"]*")+/g;

/** A command line to copy: where it is too long, it goes on after a backslash, with an option and its value together. */
export function shellLines(line: string, indent: string, { columns }: HelpStyle): readonly string[] {
  const parts: string[] = [];
  for (const word of line.match(SHELL_WORDS) ?? []) {
    const last = parts.at(-1);
    const isValue = last !== undefined && /^(?:-\S*|>)$/.test(last) && !/^[->]/.test(word);
    if (isValue) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  const lines: string[] = [];
  for (const each of parts) {
    const together = [...lines.slice(-1), each].join(" ");
    if (lines.length > 0 && widthOf(together) <= columns - indent.length - 4)
      lines[lines.length - 1] = together;
    else lines.push(each);
  }
  return lines.map((each, index) => {
    const end = index < lines.length - 1 ? " \\" : "";
    return `${indent}${index === 0 ? "" : "  "}${each}${end}`;
  });
}

/** A usage line; what does not fit stands under its arguments. */
export function usageLines(usage: string, { columns, paint }: HelpStyle): readonly string[] {
  const [first = "", ...more] = hanging("Usage: ", usage, columns);
  return [`${paint("bold", "Usage:")}${first.slice("Usage:".length)}`, ...more];
}
