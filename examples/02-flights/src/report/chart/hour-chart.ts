import { formatCount, formatNumber } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import type { DelaySummary } from "../../summary/summarize.js";
import { label, yAxis } from "./axis.js";
import { inDayOrder } from "./day-order.js";
import { svg } from "./frame.js";
import type { Area, Frame } from "./frame.js";
import { legend } from "./legend.js";
import type { LegendEntry } from "./legend.js";
import { areaPath, linePath, runs } from "./path.js";
import { createScale } from "./scale.js";
import type { Scale } from "./scale.js";
import { volumeStrip } from "./volume-strip.js";

/** Below this many flights an hour shows its mean only, as a ring. */
export const fewFlights = 100;

const text = {
  title: "Delay by hour of departure",
  description:
    "For each hour in which flights left, from 05:00 round to 04:00: mean and median delay on arrival, the range " +
    "from the 10th to the 90th percentile, and below it the number of flights.",
};

const entries: readonly LegendEntry[] = [
  { sign: "line", text: "mean" },
  { sign: "dash", text: "median" },
  { sign: "area", text: "middle 8 in 10 flights" },
  { sign: "ring", text: `mean, fewer than ${fewFlights} flights` },
];

/** Delay over the day: mean, median and the range of eight flights in ten, above the number of flights. */
export function hourChart(hours: readonly DelaySummary[], frame: Frame): Markup {
  const day = inDayOrder(hours);
  const top = frame.narrow ? 74 : 54;
  const area: Area = { left: 42, right: frame.width - 4, top, bottom: top + 270 };
  const slot = (area.right - area.left) / Math.max(1, day.length);
  const x = (index: number) => area.left + (index + 0.5) * slot;
  const y = delayScale(day, area);
  const every = frame.narrow ? 3 : 1;
  const strip = { ...area, top: area.bottom + 24, bottom: area.bottom + 72 };
  return svg(
    frame,
    strip.bottom + 44,
    text,
    legend(entries, frame.width, 4),
    label([0, top - 14], "minutes late", "start", "unit"),
    yAxis(y, area),
    bands(day, x, y),
    lines(day, x, y),
    day.map((hour, i) => meanMark(hour, x(i), y)),
    volumeStrip(day, strip, x),
    day.map((hour, i) =>
      i % every === 0 ? label([x(i), strip.bottom + 17], hour.label.slice(0, 2), "middle") : [],
    ),
    label(
      [(area.left + area.right) / 2, strip.bottom + 38],
      "hour of departure, local time",
      "middle",
      "unit",
    ),
  );
}

function delayScale(day: readonly DelaySummary[], area: Area): Scale {
  const shown = day.flatMap((hour) => {
    if (hour.flights === 0) return [];
    return hour.flights < fewFlights ? [hour.mean] : [hour.p10, hour.p90, hour.mean];
  });
  return createScale([0, ...shown], [area.bottom, area.top], 9);
}

/** Stretches of hours with enough flights to draw a line through. */
function solidRuns(day: readonly DelaySummary[]): { hour: DelaySummary; index: number }[][] {
  return runs(day.map((hour, index) => (hour.flights < fewFlights ? undefined : { hour, index })));
}

function bands(day: readonly DelaySummary[], x: (index: number) => number, y: Scale): Markup[] {
  return solidRuns(day).map((run) => {
    const upper = run.map(({ hour, index }) => [x(index), y(hour.p90)] as const);
    const lower = run.map(({ hour, index }) => [x(index), y(hour.p10)] as const);
    return h("path", { class: "range", d: areaPath(upper, lower) });
  });
}

function lines(day: readonly DelaySummary[], x: (index: number) => number, y: Scale): Markup[] {
  return solidRuns(day).flatMap((run) => [
    h("path", {
      class: "line median",
      d: linePath(run.map(({ hour, index }) => [x(index), y(hour.median)])),
    }),
    h("path", { class: "line mean", d: linePath(run.map(({ hour, index }) => [x(index), y(hour.mean)])) }),
  ]);
}

function meanMark(hour: DelaySummary, x: number, y: Scale): Markup | [] {
  if (hour.flights === 0) return [];
  const few = hour.flights < fewFlights;
  const tip = `${hour.label}: mean ${formatNumber(hour.mean)} min, ${formatCount(hour.flights)} flights`;
  return h(
    "circle",
    { class: few ? "ring" : "dot", cx: x, cy: y(hour.mean), r: few ? 4 : 3.5 },
    h("title", {}, tip),
  );
}
