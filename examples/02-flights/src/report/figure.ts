import type { Frame } from "./chart/frame.js";
import { narrowWidth, wideWidth } from "./chart/frame.js";
import { dataTable } from "./data-table.js";
import type { Table } from "./data-table.js";
import { h } from "./markup.js";
import type { Child, Markup } from "./markup.js";

/** One section of the page: a heading, what there is to see, the chart, how to read it, its figures. */
export interface Figure {
  readonly id: string;
  readonly heading: string;
  /** What the chart shows, in one sentence written from the figures. */
  readonly takeaway: string;
  readonly chart: Markup;
  /** How to read the chart. */
  readonly note: string;
  readonly table: Table;
}

/** A figure as a section of the page. */
export function figure({ id, heading, takeaway, chart, note, table }: Figure): Markup {
  return h(
    "section",
    { class: "figure", "aria-labelledby": id },
    h("h2", { id }, heading),
    h("p", { class: "takeaway" }, takeaway),
    chart,
    h("p", { class: "note" }, note),
    h("details", {}, h("summary", {}, "The figures as a table"), dataTable(table, heading)),
  );
}

/**
 * A chart drawn twice, for wide and for narrow screens; the style sheet shows one of them.
 *
 * Scaling one drawing down would leave its text too small to read on a phone.
 */
export function responsive(id: string, draw: (frame: Frame) => Markup): Markup {
  return h("div", {}, [
    h("div", { class: "wide" }, draw({ id: `${id}-wide`, width: wideWidth, narrow: false })),
    h("div", { class: "narrow" }, draw({ id: `${id}-narrow`, width: narrowWidth, narrow: true })),
  ]);
}

/** Two things side by side on a wide screen, one under the other on a narrow one. */
export function pair(left: Child, right: Child): Markup {
  return h("div", { class: "pair" }, h("div", {}, left), h("div", {}, right));
}
