import { h } from "./markup.js";
import type { Markup } from "./markup.js";

/** A table as text. The first column names the row and is set to the left, numbers to the right. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table for the page. It may scroll sideways in its own box, so that the page never does. */
export function dataTable({ columns, rows }: Table, caption: string): Markup {
  const head = h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)));
  const body = rows.map(([name = "", ...cells]) =>
    h("tr", {}, h("th", { scope: "row" }, name), ...cells.map((cell) => h("td", {}, cell))),
  );
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", {}, h("caption", {}, caption), h("thead", {}, head), h("tbody", {}, body)),
  );
}
