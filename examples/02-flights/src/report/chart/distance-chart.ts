import { formatCount, formatNumber, formatShare } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import type { DelaySummary } from "../../summary/summarize.js";
import { label, xAxis } from "./axis.js";
import { svg } from "./frame.js";
import type { Area, Frame } from "./frame.js";
import { legend } from "./legend.js";
import type { LegendEntry } from "./legend.js";
import { createScale } from "./scale.js";
import type { Scale } from "./scale.js";

const rowHeight = 34;

const text = {
  title: "Delay by length of flight",
  description:
    "For each band of distance in miles: the range of delays from the 10th to the 90th percentile as a bar, " +
    "the median as a tick, the mean as a dot, and the share of flights more than 15 minutes late.",
};

const entries: readonly LegendEntry[] = [
  { sign: "dot", text: "mean" },
  { sign: "tick", text: "median" },
  { sign: "area", text: "middle 8 in 10 flights" },
];

/** Delay by distance band: a bar for eight flights in ten, with mean and median on it. */
export function distanceChart(bands: readonly DelaySummary[], frame: Frame): Markup {
  const top = 52;
  const area: Area = {
    left: frame.narrow ? 90 : 110,
    right: frame.width - (frame.narrow ? 54 : 70),
    top,
    bottom: top + Math.max(1, bands.length) * rowHeight,
  };
  const shown = bands.filter(({ flights }) => flights > 0);
  const values = shown.flatMap(({ p10, p90, mean }) => [p10, p90, mean]);
  const x = createScale([0, ...values], [area.left, area.right], frame.narrow ? 5 : 8);
  return svg(
    frame,
    area.bottom + 46,
    text,
    legend(entries, frame.width),
    label([area.left - 12, top - 10], "miles", "end", "unit"),
    label([frame.width, top - 10], "late", "end", "unit"),
    xAxis(x, area),
    bands.map((band, i) =>
      row(band, top + (i + 0.5) * rowHeight, x, { left: area.left - 12, right: frame.width }),
    ),
    label([(area.left + area.right) / 2, area.bottom + 40], "minutes late", "middle", "unit"),
  );
}

function row(band: DelaySummary, y: number, x: Scale, edge: { left: number; right: number }): Markup {
  const name = label([edge.left, y + 4], band.label, "end", "name");
  if (band.flights === 0) return h("g", {}, [name, label([edge.right, y + 4], "no flights", "end")]);
  const tip =
    `${band.label} miles: mean ${formatNumber(band.mean)}, median ${formatNumber(band.median)} min, ` +
    `${formatCount(band.flights)} flights`;
  return h("g", {}, [
    h("title", {}, tip),
    name,
    h("rect", {
      class: "range",
      x: x(band.p10),
      y: y - 8,
      width: x(band.p90) - x(band.p10),
      height: 16,
      rx: 3,
    }),
    h("line", { class: "median-tick", x1: x(band.median), x2: x(band.median), y1: y - 8, y2: y + 8 }),
    h("circle", { class: "dot", cx: x(band.mean), cy: y, r: 4.5 }),
    label([edge.right, y + 4], formatShare(band.shareLate), "end", "name"),
  ]);
}
