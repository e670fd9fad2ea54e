import { formatTick } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import type { Area } from "./frame.js";
import type { Scale } from "./scale.js";

/** How the values of an axis are written. */
export type TickFormat = (value: number) => string;

/** Vertical axis: lines across the area and their values to the left; the line at zero is stronger. */
export function yAxis(scale: Scale, area: Area, format: TickFormat = formatTick): Markup[] {
  return scale.ticks.map((tick) => {
    const y = scale(tick);
    return h("g", {}, [
      h("line", { class: lineClass(tick), x1: area.left, x2: area.right, y1: y, y2: y }),
      label([area.left - 8, y + 4], format(tick), "end"),
    ]);
  });
}

/** Horizontal axis: lines up the area and their values below; the line at zero is stronger. */
export function xAxis(scale: Scale, area: Area, format: TickFormat = formatTick): Markup[] {
  return scale.ticks.map((tick) => {
    const x = scale(tick);
    return h("g", {}, [
      h("line", { class: lineClass(tick), x1: x, x2: x, y1: area.top, y2: area.bottom }),
      label([x, area.bottom + 17], format(tick), "middle"),
    ]);
  });
}

/** Text in a drawing; `point` is where it starts, has its middle, or ends, on the base line. */
export function label(
  [x, y]: readonly [x: number, y: number],
  text: string,
  anchor: "start" | "middle" | "end",
  className = "tick",
): Markup {
  return h("text", { class: className, x, y, "text-anchor": anchor }, text);
}

function lineClass(tick: number): string {
  return tick === 0 ? "grid zero" : "grid";
}
