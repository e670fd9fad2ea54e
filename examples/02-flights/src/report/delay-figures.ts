import type { Findings } from "../findings.js";
import { distanceBands } from "../slice/distance-bands.js";
import type { LateRow } from "../summary/tabulate-late.js";
import type { DelaySummary } from "../summary/summarize.js";
import { lateMinutes } from "../summary/summarize.js";
import { binDelays } from "./chart/bin-delays.js";
import { delayHistogram } from "./chart/delay-histogram.js";
import { distanceChart } from "./chart/distance-chart.js";
import { fewFlights, hourChart } from "./chart/hour-chart.js";
import { fewestInCell, lateHeatMap } from "./chart/late-heat-map.js";
import type { Table } from "./data-table.js";
import { responsive } from "./figure.js";
import type { Figure } from "./figure.js";
import { describeDelay, formatCount, formatNumber, formatShare } from "./format.js";
import { extremes } from "./write-summary.js";

/** How delays spread over all flights. */
export function histogramFigure({ overall }: Findings): Figure {
  return {
    id: "distribution",
    heading: "How delays are spread",
    takeaway:
      `Eight in ten flights arrived between ${describeDelay(overall.p10)} and ${describeDelay(overall.p90)}; ` +
      `the standard deviation is ${formatNumber(overall.sd)} minutes.`,
    chart: responsive("distribution-chart", (frame) => delayHistogram(overall, frame)),
    note: "The last bar holds everything above 175 minutes, the first everything up to 55 minutes early.",
    table: {
      columns: ["Minutes late", "Flights", "Share"],
      rows: binDelays(overall.counts).map(({ above, upTo, flights }) => [
        `above ${formatCount(above)} to ${formatCount(upTo)}`,
        formatCount(flights),
        formatShare(overall.flights === 0 ? 0 : flights / overall.flights, 2),
      ]),
    },
  };
}

/** How delays change over the day. */
export function hourFigure({ hours, overall }: Findings): Figure {
  const { low, high } = extremes(hours, overall.flights);
  return {
    id: "hours",
    heading: "Delay over the day",
    takeaway:
      `Departures in the hour from ${low.label} arrive ${describeDelay(low.mean)} on average, and ` +
      `${describeDelay(high.mean)} in the hour from ${high.label}, when one in ten is at least ${describeDelay(high.p90)}.`,
    chart: responsive("hours-chart", (frame) => hourChart(hours, frame)),
    note:
      "The hour is that of the actual departure, so a flight that leaves late moves to a later hour: part of the " +
      "rise, above all around midnight, is late flights gathering there. The band runs from the 10th to the 90th " +
      `percentile; hours with fewer than ${fewFlights} flights show a mean only.`,
    table: summaryTable("Hour", hours),
  };
}

/** How delays change with the length of a flight. */
export function distanceFigure({ distances, overall }: Findings): Figure {
  const { low, high } = extremes(distances, overall.flights);
  return {
    id: "distance",
    heading: "Delay by length of flight",
    takeaway:
      `The mean runs from ${describeDelay(low.mean)} (${low.label} miles) to ` +
      `${describeDelay(high.mean)} (${high.label} miles).`,
    chart: responsive("distance-chart", (frame) => distanceChart(distances, frame)),
    note: `Bars run from the 10th to the 90th percentile. On the right, the share more than ${lateMinutes} minutes late.`,
    table: summaryTable("Miles", distances),
  };
}

/** Hour and distance together. */
export function heatFigure({ late }: Findings): Figure {
  return {
    id: "late",
    heading: "When and how far: share of late flights",
    takeaway: heatTakeaway(late),
    chart: responsive("late-chart", (frame) => lateHeatMap(late, frame)),
    note:
      `Cells hold the percentage of flights that arrived more than ${lateMinutes} minutes late; those with fewer than ` +
      `${fewestInCell} flights are blank. The hour is that of the actual departure, so late flights gather around ` +
      "midnight.",
    table: {
      columns: ["Hour", ...distanceBands.map(({ label }) => label)],
      rows: late.map(({ label, flights, late: lateFlights }) => [
        label,
        ...flights.map((count, band) => `${formatCount(lateFlights[band] ?? 0)} of ${formatCount(count)}`),
      ]),
    },
  };
}

function heatTakeaway(rows: readonly LateRow[]): string {
  const cells = rows.flatMap(({ label, flights, late }) =>
    distanceBands.flatMap((band, j) => {
      const count = flights[j] ?? 0;
      const name = `${label}, ${band.label} miles`;
      return count < fewestInCell ? [] : [{ name, share: (late[j] ?? 0) / count }];
    }),
  );
  const sorted = cells.toSorted((a, b) => a.share - b.share);
  const [low, high] = [sorted.at(0), sorted.at(-1)];
  if (low === undefined || high === undefined) return "There are too few flights for any cell.";
  return `From ${formatShare(low.share, 0)} late (${low.name}) to ${formatShare(high.share, 0)} (${high.name}).`;
}

function summaryTable(first: string, summaries: readonly DelaySummary[]): Table {
  return {
    columns: [first, "Flights", "Mean", "SD", "10th percentile", "Median", "90th percentile", "Late"],
    rows: summaries.map((summary) => {
      if (summary.flights === 0) return [summary.label, "0", ...Array.from({ length: 6 }, () => "–")];
      const { mean, sd, p10, median, p90 } = summary;
      const minutes = [mean, sd, p10, median, p90].map((value) => formatNumber(value));
      return [summary.label, formatCount(summary.flights), ...minutes, formatShare(summary.shareLate)];
    }),
  };
}
