import type { Findings } from "../findings.js";
import { formatCount } from "./format.js";
import { dataTable } from "./data-table.js";
import { h } from "./markup.js";
import type { Markup } from "./markup.js";

/** How the figures came about: what was dropped, what the words mean. */
export function methodSection({ cleaning }: Findings): Markup {
  // Sorted here, because a map may come back from a task in another order.
  const reasons = Object.entries(cleaning.dropped).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const table = {
    columns: ["Rows", "Number"],
    rows: [
      ["read", formatCount(cleaning.read)],
      ...reasons.map(([reason, count]) => [`dropped: ${reason}`, formatCount(count)]),
      ["kept", formatCount(cleaning.kept)],
    ],
  };
  return h("section", { class: "method", "aria-labelledby": "method" }, [
    h("h2", { id: "method" }, "How this was made"),
    h("p", {}, definitions),
    h("p", {}, shrinking),
    dataTable(table, "Rows read, dropped and kept"),
  ]);
}

const definitions =
  "Delay is that of the arrival against the timetable, in whole minutes; the hour is that of the actual departure in " +
  "local time. Percentiles are exact: slices carry a count per minute of delay, and counts add up. Equal rows are kept, " +
  "since a row names neither date nor airport and two flights may well look the same.";

const shrinking =
  "An airport's estimate is m\u00a0+\u00a0t\u00a0(a\u00a0−\u00a0m), where m is the mean of all flights, a the airport's own mean and " +
  "t = b²/(b² + w²/n) its trust, for n flights, a spread w of single flights within airports and b between airports " +
  "(both by the method of moments). Its interval is ±\u00a01.96\u00a0√(t\u00a0w²/n), which takes m, w and b as known.";
