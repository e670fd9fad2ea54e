import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { label } from "./axis.js";

/** One entry of a legend: the sign as it is drawn in the chart, and what it stands for. */
export interface LegendEntry {
  readonly sign: "line" | "dash" | "interval" | "area" | "dot" | "ring" | "tick" | "bar" | "late";
  readonly text: string;
}

const signWidth = 22;
/** Mean width of a letter in the small type of a chart; text cannot be measured without a browser. */
const letterWidth = 6.3;

/** A row of entries from the left edge, wrapped into as many rows as the width asks for. */
export function legend(entries: readonly LegendEntry[], width: number, left = 0): Markup {
  const placed: Markup[] = [];
  let x = left;
  let y = 10;
  for (const { sign, text } of entries) {
    const entryWidth = signWidth + 6 + text.length * letterWidth + 16;
    if (x > left && x + entryWidth - 16 > width) {
      x = left;
      y += 19;
    }
    placed.push(drawSign(sign, x, y), label([x + signWidth + 6, y + 4], text, "start"));
    x += entryWidth;
  }
  return h("g", {}, placed);
}

function drawSign(sign: LegendEntry["sign"], x: number, y: number): Markup {
  const middle = x + signWidth / 2;
  switch (sign) {
    case "line":
      return h("line", { class: "line mean", x1: x, x2: x + signWidth, y1: y, y2: y });
    case "interval":
      return h("line", { class: "line interval", x1: x, x2: x + signWidth, y1: y, y2: y });
    case "dash":
      return h("line", { class: "line median", x1: x, x2: x + signWidth, y1: y, y2: y });
    case "area":
    case "bar":
      return h("rect", {
        class: sign === "area" ? "range" : "bar",
        x,
        y: y - 6,
        width: signWidth,
        height: 12,
        rx: 2,
      });
    case "late":
      return h("rect", { class: "bar late", x, y: y - 6, width: signWidth, height: 12, rx: 2 });
    case "dot":
      return h("circle", { class: "dot", cx: middle, cy: y, r: 4.5 });
    case "ring":
      return h("circle", { class: "ring", cx: middle, cy: y, r: 4 });
    case "tick":
      return h("line", { class: "median-tick", x1: middle, x2: middle, y1: y - 7, y2: y + 7 });
  }
}
