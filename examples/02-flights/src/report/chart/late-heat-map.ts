import { formatCount, formatShare } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { distanceBands } from "../../slice/distance-bands.js";
import type { LateRow } from "../../summary/tabulate-late.js";
import { label } from "./axis.js";
import { inDayOrder } from "./day-order.js";
import { svg } from "./frame.js";
import type { Frame } from "./frame.js";
import { heatLegend, heatStep } from "./heat-steps.js";

/** Below this many flights a cell stays blank: its share would be mostly chance. */
export const fewestInCell = 30;

const text = {
  title: "Share of late flights by hour and distance",
  description:
    "A grid of hours of departure, from 05:00 round to 04:00, and bands of distance in miles. Each cell has the " +
    `percentage of flights more than 15 minutes late; cells with fewer than ${fewestInCell} flights are blank.`,
};

/** Share late for each hour and distance band. Hours run across on a wide screen, down on a narrow one. */
export function lateHeatMap(rows: readonly LateRow[], frame: Frame): Markup {
  const day = inDayOrder(rows);
  return frame.narrow ? hoursDown(day, frame) : hoursAcross(day, frame);
}

function hoursAcross(day: readonly LateRow[], frame: Frame): Markup {
  const [left, top, cellHeight] = [110, 62, 28];
  const cellWidth = (frame.width - left) / Math.max(1, day.length);
  const bottom = top + distanceBands.length * cellHeight;
  return svg(
    frame,
    bottom + 44,
    text,
    heatLegend(frame.width),
    label([left - 12, top - 10], "miles", "end", "unit"),
    distanceBands.map((band, j) =>
      label([left - 12, top + (j + 0.5) * cellHeight + 4], band.label, "end", "name"),
    ),
    day.map((row, i) => [
      label([left + (i + 0.5) * cellWidth, bottom + 17], row.label.slice(0, 2), "middle"),
      distanceBands.map((_, j) =>
        cell(row, j, {
          x: left + i * cellWidth,
          y: top + j * cellHeight,
          width: cellWidth,
          height: cellHeight,
        }),
      ),
    ]),
    label([(left + frame.width) / 2, bottom + 38], "hour of departure, local time", "middle", "unit"),
  );
}

function hoursDown(day: readonly LateRow[], frame: Frame): Markup {
  const [left, top, cellHeight] = [44, 104, 21];
  const cellWidth = (frame.width - left) / distanceBands.length;
  return svg(
    frame,
    top + day.length * cellHeight + 4,
    text,
    heatLegend(frame.width),
    label([left - 8, top - 8], "hour", "end", "unit"),
    label([left, top - 28], "miles, from", "start", "unit"),
    distanceBands.map(({ from }, j) =>
      label([left + (j + 0.5) * cellWidth, top - 8], formatCount(from), "middle"),
    ),
    day.map((row, i) => [
      label([left - 8, top + (i + 0.5) * cellHeight + 4], row.label.slice(0, 2), "end"),
      distanceBands.map((_, j) =>
        cell(row, j, {
          x: left + j * cellWidth,
          y: top + i * cellHeight,
          width: cellWidth,
          height: cellHeight,
        }),
      ),
    ]),
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cell(row: LateRow, band: number, box: Box): Markup {
  const flights = row.flights[band] ?? 0;
  const inset = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2, rx: 2 };
  const name = `${row.label}, ${distanceBands[band]?.label ?? ""} miles: `;
  if (flights < fewestInCell) {
    return h(
      "rect",
      { class: "heat blank", ...inset },
      h("title", {}, `${name}${formatCount(flights)} flights`),
    );
  }
  const share = (row.late[band] ?? 0) / flights;
  const tip = `${name}${formatShare(share)} of ${formatCount(flights)} flights late`;
  const percent = String(Math.round(share * 100));
  const middle = [box.x + box.width / 2, box.y + box.height / 2 + 4] as const;
  return h("g", { class: `heat-${heatStep(share)}` }, [
    h("title", {}, tip),
    h("rect", { class: "heat", ...inset }),
    label(middle, percent, "middle", "cell"),
  ]);
}
