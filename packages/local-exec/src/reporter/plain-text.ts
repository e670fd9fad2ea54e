import { stripVTControlCharacters } from "node:util";

// Line breaks, escape codes, and marks that change the direction of the text or join characters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu;
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})|\ufe0f/u;
// Latin letters, and the marks of our own lines: arrows, bars, circles, ticks and spinners.
const NARROW =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u25cb-\u25cf\u2710-\u2719\u2800-\u28ff]*$/;
// It takes 10 ms to make one, and most runs write nothing that needs it.
let graphemes: Intl.Segmenter | undefined;

function graphemesOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return graphemes.segment(text);
}

/** A text that cannot do anything to a terminal: on one line, and without escape codes. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll("\t", "  ").replaceAll(UNSEEN, " ").trimEnd();
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

const ESCAPE = "\u001B";
const COLOUR = new RegExp(`(${ESCAPE}\\[\\d+m)`);

/** How many columns a line takes. Colours take none. */
export function shownWidth(line: string): number {
  const parts = line.split(COLOUR).filter((part) => !COLOUR.test(part));
  return parts.reduce((sum, part) => sum + widthOf(part), 0);
}

/** The beginning of a line that takes no more than so many columns, with a mark where it was cut. Colours take none. */
export function fitted(line: string, width: number, mark: string): string {
  if (shownWidth(line) <= width) return line;
  let left = width - widthOf(mark);
  let isCut = false;
  return line
    .split(COLOUR)
    .map((part) => {
      if (COLOUR.test(part)) return part;
      if (isCut) return "";
      const kept = beginning(part, left);
      left -= widthOf(kept);
      isCut = kept !== part;
      return isCut ? kept + mark : kept;
    })
    .join("");
}

function beginning(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let taken = 0;
  for (const { segment } of graphemesOf(text)) {
    taken += widthOf(segment);
    if (taken > width) break;
    kept += segment;
  }
  return kept;
}
