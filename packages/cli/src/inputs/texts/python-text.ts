// What Python's `int` and `float` take off both ends of a text.
const BLANKS = /^[\s\u001c-\u001f\u0085]+|[\s\u001c-\u001f\u0085]+$/g;
const NOT_BLANK_THERE = "\uFEFF";
const DIGIT = /\p{Nd}/gu;

/** A text without the blanks at its ends, as Python removes them. */
export function strip(text: string): string {
  return text.includes(NOT_BLANK_THERE) ? text : text.replace(BLANKS, "");
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
