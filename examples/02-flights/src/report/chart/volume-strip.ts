import { formatCount } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import type { DelaySummary } from "../../summary/summarize.js";
import { label } from "./axis.js";
import type { Area } from "./frame.js";

/** Bars for the number of flights in each slice; the base line stands for none, the top for the most. */
export function volumeStrip(
  slices: readonly DelaySummary[],
  area: Area,
  x: (index: number) => number,
): Markup {
  const most = Math.max(1, ...slices.map(({ flights }) => flights));
  const width = ((area.right - area.left) / Math.max(1, slices.length)) * 0.7;
  const bars = slices.map(({ label: name, flights }, i) => {
    const height = (flights / most) * (area.bottom - area.top);
    const tip = h("title", {}, `${name}: ${formatCount(flights)} flights`);
    return h("rect", { class: "volume", x: x(i) - width / 2, y: area.bottom - height, width, height }, tip);
  });
  return h("g", {}, [
    h("line", { class: "grid zero", x1: area.left, x2: area.right, y1: area.bottom, y2: area.bottom }),
    bars,
    label([area.left - 8, area.top + 9], formatThousands(most), "end"),
    label([area.left - 8, area.bottom + 4], "0", "end"),
    label([area.left, area.top - 6], "flights in the hour", "start", "unit"),
  ]);
}

/** `13,325` as `13.3k`: the strip has no room for more. */
function formatThousands(count: number): string {
  return count < 1000 ? formatCount(count) : `${(count / 1000).toFixed(1)}k`;
}
