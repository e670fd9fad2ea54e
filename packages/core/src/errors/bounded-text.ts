// A line of a message shows one fault. A list of faults has a line for each.
const LONGEST_LINE = 2_000;
const LONGEST = 100_000;

/**
 * The text of a message, cut if it is too long to read: names and values in it may be of any length.
 *
 * What is cut stays in the parameters or the cause of the error.
 */
export function boundedText(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  const lines = text.split("\n").map((line) => cut(line, LONGEST_LINE));
  return cut(lines.join("\n"), LONGEST);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not in the middle of a surrogate pair.
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return `${kept}... (${text.length} characters).`;
}
