import type { CalibrationBin } from "../../model/calibrate.js";
import { formatCount, formatNumber } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { label, xAxis, yAxis } from "./axis.js";
import { svg } from "./frame.js";
import type { Area, Frame } from "./frame.js";
import { createScale } from "./scale.js";
import type { Scale } from "./scale.js";

const text = {
  title: "Predicted and actual delay",
  description:
    "Held-out flights in ten groups by predicted delay: mean prediction across, mean actual delay up, in minutes, " +
    "with 95 % intervals. Points on the diagonal were predicted right on average.",
};

/** Mean actual delay over mean predicted delay; both axes have the same span, so right is the diagonal. */
export function calibrationChart(bins: readonly CalibrationBin[], frame: Frame): Markup {
  const area: Area = { left: 42, right: frame.width - 8, top: 30, bottom: 30 + frame.width - 50 };
  const values = bins.flatMap((bin) => [bin.predicted, bin.actual - margin(bin), bin.actual + margin(bin)]);
  const x = createScale([0, ...values], [area.left, area.right], 5);
  const y = createScale([0, ...values], [area.bottom, area.top], 5);
  const [low, high] = x.domain;
  return svg(
    frame,
    area.bottom + 46,
    text,
    label([0, 12], "mean actual delay, minutes", "start", "unit"),
    yAxis(y, area),
    xAxis(x, area),
    h("line", { class: "reference", x1: x(low), y1: y(low), x2: x(high), y2: y(high) }),
    bins.map((bin) => point(bin, x, y)),
    label(
      [(area.left + area.right) / 2, area.bottom + 40],
      "mean predicted delay, minutes",
      "middle",
      "unit",
    ),
  );
}

/** Half the width of a 95 % interval, in minutes. */
function margin({ error }: CalibrationBin): number {
  return 1.96 * error;
}

function point(bin: CalibrationBin, x: Scale, y: Scale): Markup {
  const across = x(bin.predicted);
  const tip =
    `predicted ${formatNumber(bin.predicted)}, actual ${formatNumber(bin.actual)} ± ` +
    `${formatNumber(margin(bin))} min, ${formatCount(bin.flights)} flights`;
  const ends = { y1: y(bin.actual - margin(bin)), y2: y(bin.actual + margin(bin)) };
  return h("g", {}, [
    h("title", {}, tip),
    h("line", { class: "line interval", x1: across, x2: across, ...ends }),
    h("circle", { class: "dot", cx: across, cy: y(bin.actual), r: 4.5 }),
  ]);
}
