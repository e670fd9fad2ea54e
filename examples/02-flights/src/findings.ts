import type { Period } from "./airport/find-period.js";
import type { AirportRanking } from "./airport/rank-airports.js";
import type { CleaningReport } from "./clean/cleaning-report.js";
import type { CalibrationBin } from "./model/calibrate.js";
import type { Evaluation } from "./model/evaluate-model.js";
import type { DelayModel } from "./model/fit-delay-model.js";
import type { LateRow } from "./summary/tabulate-late.js";
import type { DelaySummary } from "./summary/summarize.js";

/** Everything the report shows. */
export interface Findings {
  cleaning: CleaningReport;
  /** All flights together. */
  overall: DelaySummary;
  /** One summary per hour of departure, from 00:00 to 23:00. */
  hours: DelaySummary[];
  /** One summary per distance band, ascending. */
  distances: DelaySummary[];
  /** One row per hour of departure, from 00:00 to 23:00. */
  late: LateRow[];
  /** When the flights behind the two rankings were flown. */
  period: Period;
  origins: AirportRanking;
  destinations: AirportRanking;
  model: DelayModel;
  evaluation: Evaluation;
  calibration: CalibrationBin[];
}
