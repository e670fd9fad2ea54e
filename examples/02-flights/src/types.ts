import { t } from "@flytekit-ts/workflow";

// The records that travel between tasks. Bulk data travels in columns: a record of three lists is one
// piece of bytes, while a list of 200,000 records would be 200,000.

const FlightColumns = t.struct("FlightColumns", {
  delay: t.list(t.int()).describe("minutes late on arrival; negative is early"),
  distance: t.list(t.float()).describe("miles"),
  hour: t.list(t.float()).describe("hour of departure, 0 to 24"),
});

const RouteColumns = t.struct("RouteColumns", {
  departure: t.list(t.datetime()),
  delay: t.list(t.int()),
  distance: t.list(t.float()),
  origin: t.list(t.string()),
  destination: t.list(t.string()),
});

const CleaningReport = t.struct("CleaningReport", { read: t.int(), kept: t.int(), dropped: t.map(t.int()) });

const Slice = t.struct("Slice", { label: t.string(), flights: FlightColumns });

const DelaySummary = t.struct("DelaySummary", {
  label: t.string(),
  flights: t.int(),
  mean: t.float(),
  sd: t.float(),
  p10: t.float(),
  median: t.float(),
  p90: t.float(),
  shareLate: t.float(),
  counts: t.struct("DelayCounts", { minute: t.list(t.int()), flights: t.list(t.int()) }),
});

const LateRow = t.struct("LateRow", { label: t.string(), flights: t.list(t.int()), late: t.list(t.int()) });

const RankedAirport = t.struct("RankedAirport", {
  rank: t.int(),
  airport: t.string(),
  flights: t.int(),
  mean: t.float(),
  shareLate: t.float(),
  estimate: t.float(),
  low: t.float(),
  high: t.float(),
});

const AirportRanking = t.struct("AirportRanking", {
  mean: t.float(),
  within: t.float(),
  between: t.float(),
  minFlights: t.int(),
  leftOut: t.int(),
  airports: t.list(RankedAirport),
});

const Period = t.struct("Period", { flights: t.int(), from: t.datetime(), to: t.datetime() });

const DelayModel = t.struct("DelayModel", {
  features: t.list(t.string()),
  weights: t.list(t.float()),
  ridge: t.float(),
  rows: t.int(),
  trainMean: t.float(),
  trainMedian: t.float(),
});

const Score = t.struct("Score", { rmse: t.float(), mae: t.float(), r2: t.float() });
const Evaluation = t.struct("Evaluation", { rows: t.int(), model: Score, mean: Score, median: Score });

const CalibrationBin = t.struct("CalibrationBin", {
  flights: t.int(),
  predicted: t.float(),
  actual: t.float(),
  error: t.float(),
});

/** The types of this pipeline, by the name of the record. */
export const types = {
  FlightColumns,
  RouteColumns,
  CleaningReport,
  Slice,
  DelaySummary,
  LateRow,
  AirportRanking,
  Period,
  DelayModel,
  Evaluation,
  CalibrationBin,
} as const;
