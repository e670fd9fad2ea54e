import type { Paint } from "../../command/output.js";

const CODES: { readonly [P in Paint]: readonly [number, number] } = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

const ESCAPE = "\u001B";
/** The codes that `painted` writes, and no others. */
const OURS = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|32|33|36|39)m)`);

/** A text in a colour. */
export function painted(how: Paint, text: string): string {
  const [open, close] = CODES[how];
  // A line at a time: a terminal that is read line by line, as by `less`, forgets the colour at its end.
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `${ESCAPE}[${open}m${line}${ESCAPE}[${close}m`))
    .join("\n");
}

/**
 * A text of which only our own colours remain, if there are to be colours, and the rest is made safe.
 *
 * What is between them may be a name or a message that somebody else chose.
 */
export function withOurColours(text: string, hasColor: boolean, safe: (text: string) => string): string {
  if (!text.includes(ESCAPE)) return safe(text);
  const parts = text.split(OURS);
  return parts.map((part, index) => (index % 2 === 0 ? safe(part) : hasColor ? part : "")).join("");
}
