import type { Findings } from "../findings.js";
import type { DelaySummary } from "../summary/summarize.js";
import type { AirportRanking } from "../airport/rank-airports.js";
import { formatCount, formatNumber, formatShare } from "./format.js";
import { textTable } from "./text-table.js";

/** The main results as plain text for a terminal, under 80 columns wide. */
export function renderTable(findings: Findings): string {
  const { cleaning, distances, overall, evaluation, origins } = findings;
  const columns = ["miles", "flights", "mean", "median", "p90", "late"];
  const table = textTable({ columns, rows: [...distances, overall].map(summaryRow) });
  const { model, mean } = evaluation;
  return [
    `${formatCount(cleaning.kept)} of ${formatCount(cleaning.read)} flights kept; delay on arrival in minutes:`,
    "",
    table,
    "",
    `model  RMSE ${formatNumber(model.rmse, 2)} (mean alone ${formatNumber(mean.rmse, 2)}), ` +
      `R² ${formatNumber(model.r2, 3)} on ${formatCount(evaluation.rows)} held-out flights`,
    `from   ${airportLine(origins)}`,
    "",
  ].join("\n");
}

function summaryRow({ label, flights, mean, median, p90, shareLate }: DelaySummary): string[] {
  if (flights === 0) return [label, "0", "–", "–", "–", "–"];
  return [
    label,
    formatCount(flights),
    formatNumber(mean),
    formatNumber(median),
    formatNumber(p90),
    formatShare(shareLate),
  ];
}

function airportLine({ airports }: AirportRanking): string {
  const [worst, best] = [airports.at(0), airports.at(-1)];
  if (worst === undefined || best === undefined) return "no airport has enough flights to be ranked";
  const show = ({ airport, estimate }: { airport: string; estimate: number }) =>
    `${airport} (${formatNumber(estimate)} min)`;
  return `longest delays ${show(worst)}, shortest ${show(best)}, of ${airports.length} airports`;
}
