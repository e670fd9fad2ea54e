import { t, task } from "@flytekit-ts/workflow";
import { renderReport } from "../report/render-report.js";
import { renderTable } from "../report/render-table.js";
import { types } from "../types.js";

/** Write the findings as a page of charts and as a table for the terminal. */
export const report = task(
  {
    name: "flights.report",
    inputs: {
      cleaning: types.CleaningReport,
      overall: types.DelaySummary,
      hours: t.list(types.DelaySummary),
      distances: t.list(types.DelaySummary),
      late: t.list(types.LateRow),
      period: types.Period,
      origins: types.AirportRanking,
      destinations: types.AirportRanking,
      model: types.DelayModel,
      evaluation: types.Evaluation,
      calibration: t.list(types.CalibrationBin),
    },
    outputs: { html: t.string(), table: t.string() },
  },
  (findings) => ({ html: renderReport(findings), table: renderTable(findings) }),
);
