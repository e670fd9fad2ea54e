// Control characters, line separators, halves of characters, and marks that change the direction of the text.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * A text that cannot do anything to a terminal: what would move its cursor, set its title or turn the direction of the
 * text is shown as an escape. Line breaks and tabs remain.
 */
export function safeText(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(UNSAFE, (mark) => (mark === "\n" || mark === "\t" ? mark : escaped(mark)));
}

/** As `safeText`, on one line. */
export function safeLine(text: string): string {
  return safeText(text)
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("\t", "  ");
}

function escaped(mark: string): string {
  const code = mark.charCodeAt(0);
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
