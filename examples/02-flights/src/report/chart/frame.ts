import { h } from "../markup.js";
import type { Child, Markup } from "../markup.js";

/** Width of a chart on a wide screen, in units of its drawing; about a pixel each. */
export const wideWidth = 760;
/** Width of a chart on a phone, and of one half of a pair. */
export const narrowWidth = 360;

/** Where a chart is drawn: how much room it has, and a name for its parts that is unique in the page. */
export interface Frame {
  readonly id: string;
  readonly width: number;
  readonly narrow: boolean;
}

/** What a chart says to those who cannot see it. */
export interface ChartText {
  readonly title: string;
  readonly description: string;
}

/** A drawing with a name and a description for screen readers. */
export function svg({ id, width }: Frame, height: number, text: ChartText, ...children: Child[]): Markup {
  return h(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${id}-title ${id}-desc` },
    h("title", { id: `${id}-title` }, text.title),
    h("desc", { id: `${id}-desc` }, text.description),
    ...children,
  );
}

/** The part of a chart that data is drawn in, in units of the drawing. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
