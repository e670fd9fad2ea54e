import { escapeHtml } from "../makers/html/escape-html.js";
import { isPlainObject } from "../words/plain-object.js";

/** How many rows are shown. */
const MOST_ROWS = 1_000;

/** Rows as a table of HTML, cut where they are many. */
export function deckTable(rows: readonly unknown[], cell: (value: unknown) => string): string {
  const shown = rows.slice(0, MOST_ROWS).map((row) => (isPlainObject(row) ? row : { "": row }));
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const head = columns.map((column) => `<th>${escapeHtml(column)}</th>`).join("");
  const body = shown.map((row) => {
    const cells = columns.map((column) => `<td>${Object.hasOwn(row, column) ? cell(row[column]) : ""}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  const more = rows.length - shown.length;
  const rest = more === 0 ? "" : `<p><i>and ${more} more rows</i></p>`;
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>${rest}`;
}
