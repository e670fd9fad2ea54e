import { LABEL, LINE_STEP } from "./fonts.js";
import { textWidth } from "./text-width.js";
import { wrapText } from "./wrap-text.js";

/** The label of a line in rows, and how much room it takes. */
export interface LabelText {
  readonly rows: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Set the label of a line. */
export function labelText(label: readonly string[]): LabelText {
  const rows = label.flatMap((text) => wrapText(text, LABEL, { width: 200, lines: 6 }));
  const width = Math.max(0, ...rows.map((row) => textWidth(row, LABEL)));
  return { rows, width: width + 10, height: rows.length * (LINE_STEP - 1) + 4 };
}
