import type { Font } from "./text-width.js";

/** Of what stands above the name of a shape: what it is. */
export const KIND: Font = { size: 9, isBold: true, spacing: 0.6 };

/** Of the names of shapes and frames. */
export const TITLE: Font = { size: 13, isBold: true };

/** Of the lines below a name. */
export const LINE: Font = { size: 11 };

/** Of the labels on lines. */
export const LABEL: Font = { size: 10.5 };

/** From one row of a title to the next. */
export const TITLE_STEP = 17;

/** From one row of small text to the next. */
export const LINE_STEP = 15;
