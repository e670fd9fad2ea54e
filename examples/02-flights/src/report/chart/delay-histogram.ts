import { formatCount, formatNumber, formatShare } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { lateMinutes } from "../../summary/summarize.js";
import type { DelaySummary } from "../../summary/summarize.js";
import { label, yAxis } from "./axis.js";
import { binDelays } from "./bin-delays.js";
import type { DelayBin } from "./bin-delays.js";
import { svg } from "./frame.js";
import type { Area, Frame } from "./frame.js";
import { legend } from "./legend.js";
import type { LegendEntry } from "./legend.js";
import { createScale } from "./scale.js";
import type { Scale } from "./scale.js";

const text = {
  title: "Distribution of delays",
  description:
    "Share of flights in each five minutes of delay on arrival, from 60 minutes early to 180 minutes late; the last " +
    "bar holds all later ones. Lines mark the median and the mean.",
};

const entries: readonly LegendEntry[] = [
  { sign: "bar", text: `up to ${lateMinutes} minutes late` },
  { sign: "late", text: `more than ${lateMinutes} minutes late` },
];

/** Share of flights by delay, with the late ones set off, and lines for median and mean. */
export function delayHistogram(overall: DelaySummary, frame: Frame): Markup {
  const bins = binDelays(overall.counts);
  const shares = bins.map(({ flights }) => (overall.flights === 0 ? 0 : flights / overall.flights));
  const top = frame.narrow ? 84 : 64;
  const area: Area = { left: 42, right: frame.width - 6, top, bottom: top + 230 };
  const y = createScale([0, ...shares.map((share) => share * 100)], [area.bottom, area.top], 5);
  const x = minuteScale(bins, area);
  const every = frame.narrow ? 60 : 30;
  const edges = bins.map(({ upTo }) => upTo).filter((minute) => minute % every === 0);
  return svg(
    frame,
    area.bottom + 46,
    text,
    legend(entries, frame.width),
    label([0, top - 30], "% of flights, per 5 minutes", "start", "unit"),
    yAxis(y, area),
    bins.map((bin, i) => bar(bin, shares[i] ?? 0, x, y)),
    edges.map((minute) =>
      label([x(minute), area.bottom + 17], tickText(minute), minute === 180 ? "end" : "middle"),
    ),
    overall.flights === 0 ? [] : markers(overall, x, area),
    label([(area.left + area.right) / 2, area.bottom + 40], "minutes late", "middle", "unit"),
  );
}

function minuteScale(bins: readonly DelayBin[], area: Area): (minute: number) => number {
  const low = bins.at(0)?.above ?? 0;
  const high = bins.at(-1)?.upTo ?? 1;
  return (minute) => area.left + ((minute - low) / (high - low)) * (area.right - area.left);
}

function tickText(minute: number): string {
  return minute === 180 ? "180+" : formatCount(minute);
}

function bar(bin: DelayBin, share: number, x: (minute: number) => number, y: Scale): Markup {
  const tip = `above ${formatCount(bin.above)} to ${formatCount(bin.upTo)} min: ${formatShare(share)}, ${formatCount(bin.flights)} flights`;
  const box = { x: x(bin.above) + 0.75, width: x(bin.upTo) - x(bin.above) - 1.5 };
  const top = y(share * 100);
  const className = bin.above >= lateMinutes ? "bar late" : "bar";
  return h("rect", { class: className, ...box, y: top, height: y(0) - top }, h("title", {}, tip));
}

/** Two lines with words to their outer sides, so that the words stay apart however near the lines are. */
function markers({ median, mean }: DelaySummary, x: (minute: number) => number, area: Area): Markup[] {
  const [first, second] = median <= mean ? (["median", "mean"] as const) : (["mean", "median"] as const);
  const minutes = { median, mean };
  const mark = (name: "median" | "mean", side: "end" | "start") => {
    const at = x(minutes[name]);
    return h("g", {}, [
      h("line", { class: "marker", x1: at, x2: at, y1: area.top - 8, y2: area.bottom }),
      label(
        [at + (side === "end" ? -6 : 6), area.top - 2],
        `${name} ${formatNumber(minutes[name])}`,
        side,
        "name",
      ),
    ]);
  };
  return [mark(first, "end"), mark(second, "start")];
}
