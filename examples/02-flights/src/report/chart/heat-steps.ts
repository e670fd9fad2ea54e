import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { label } from "./axis.js";

/** Where the steps of colour begin, as shares; steps rather than a blend, so that each can be named. */
const starts: readonly number[] = [0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];

/** Which of the seven colours a share has, from 0 for the lowest. */
export function heatStep(share: number): number {
  return starts.findLastIndex((start) => share >= start);
}

/** The colours and the percentages at which they begin. */
export function heatLegend(width: number): Markup {
  const stepWidth = Math.min(56, width / starts.length);
  return h("g", {}, [
    label([0, 11], "% of flights more than 15 minutes late", "start", "unit"),
    starts.map((start, i) => {
      const end = starts[i + 1];
      const text = end === undefined ? `${percent(start)}+` : `${percent(start)}–${percent(end)}`;
      return h("g", { class: `heat-${i}` }, [
        h("rect", {
          class: "heat",
          x: legendLeft(width) + i * stepWidth,
          y: legendTop(width),
          width: stepWidth,
          height: 20,
        }),
        label([legendLeft(width) + (i + 0.5) * stepWidth, legendTop(width) + 14], text, "middle", "cell"),
      ]);
    }),
  ]);
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** Beside its words where there is room, else below them. */
function legendLeft(width: number): number {
  return width > 500 ? width - 7 * 56 : 0;
}

function legendTop(width: number): number {
  return width > 500 ? 0 : 22;
}
