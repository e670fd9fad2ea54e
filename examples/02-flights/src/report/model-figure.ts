import type { Findings } from "../findings.js";
import type { Score } from "../model/evaluate-model.js";
import { calibrationChart } from "./chart/calibration-chart.js";
import { narrowWidth } from "./chart/frame.js";
import { dataTable } from "./data-table.js";
import { pair } from "./figure.js";
import type { Figure } from "./figure.js";
import { formatCount, formatNumber, formatShare } from "./format.js";
import { h } from "./markup.js";
import type { Markup } from "./markup.js";

/** How good the model is, and how honest. */
export function modelFigure({ evaluation, calibration, model }: Findings): Figure {
  const chart = calibrationChart(calibration, { id: "calibration", width: narrowWidth, narrow: true });
  return {
    id: "model",
    heading: "What hour and distance can tell",
    takeaway:
      `On ${formatCount(evaluation.rows)} held-out flights the model explains ` +
      `${formatShare(evaluation.model.r2)} of the variance and leaves ${formatShare(1 - evaluation.model.r2)} unexplained.`,
    chart: pair(chart, scores({ evaluation, model })),
    note:
      `Dots are tenths of the held-out flights in order of prediction, with 95 % intervals; on the dotted diagonal, ` +
      `prediction and outcome agree. The model sees the hour of the actual departure, which already holds some delay, ` +
      `so at booking time even less could be known.`,
    table: {
      columns: ["Tenth", "Flights", "Mean predicted", "Mean actual", "Standard error"],
      rows: calibration.map(({ flights, predicted, actual, error }, i) => [
        String(i + 1),
        formatCount(flights),
        formatNumber(predicted, 2),
        formatNumber(actual, 2),
        formatNumber(error, 2),
      ]),
    },
  };
}

function scores({ evaluation, model }: Pick<Findings, "evaluation" | "model">): Markup[] {
  const row = (name: string, { rmse, mae, r2 }: Score) => [
    name,
    formatNumber(rmse, 2),
    formatNumber(mae, 2),
    formatShare(r2),
  ];
  const table = {
    columns: ["Guess", "RMSE", "MAE", "R²"],
    rows: [
      row("model", evaluation.model),
      row("training mean", evaluation.mean),
      row("training median", evaluation.median),
    ],
  };
  return [
    dataTable(table, "Errors on held-out flights, in minutes"),
    h("p", { class: "note" }, medianRemark(evaluation)),
    h(
      "p",
      { class: "note" },
      `Ridge regression (λ = ${formatNumber(model.ridge, 0)}) on ${formatCount(model.rows)} flights: three waves of ` +
        "the hour of day, distance and its square. R² counts squared error gone, against always guessing the " +
        "training mean.",
    ),
  ];
}

function medianRemark({ model, median }: Findings["evaluation"]): string {
  return median.mae < model.mae
    ? "In absolute error the training median beats the model: most flights are near schedule, and a model of means " +
        "pays for the few that are hours late."
    : "The model beats the training median in absolute error as well.";
}
