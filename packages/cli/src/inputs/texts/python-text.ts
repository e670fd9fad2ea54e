// What Python's `int` and `float` take off both ends of a text, and JavaScript does not. It takes off a mark of order too.
const MORE_BLANKS = new Set(["\u001C", "\u001D", "\u001E", "\u001F", "\u0085"]);
const NO_BLANK = "\uFEFF";
const DIGIT = /\p{Nd}/gu;

/** A text without the blanks at its ends, as Python's numbers take them: in a text of ASCII, only those that C has. */
export function strip(text: string): string {
  const hasMore = /[^\0-\x7F]/.test(text);
  const isBlank = (letter = "x"): boolean =>
    letter !== NO_BLANK && ((hasMore && MORE_BLANKS.has(letter)) || letter.trim() === "");
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start += 1;
  while (start < end && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** A text with the digits of all scripts as those of ASCII: `１２` is `12`, as Python reads numbers. */
export function asciiDigits(text: string): string {
  return text.replace(DIGIT, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));
}

// The digits of a script are ten in a row, from zero on; some scripts follow each other without a gap.
function valueOf(digit: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(digit - before - 1))) before += 1;
  return before % 10;
}
