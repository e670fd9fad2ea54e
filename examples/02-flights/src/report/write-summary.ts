import type { Findings } from "../findings.js";
import type { DelaySummary } from "../summary/summarize.js";
import { lateMinutes } from "../summary/summarize.js";
import { describeDelay, formatCount, formatShare } from "./format.js";

/**
 * Three sentences for those who read nothing else, written from the figures alone.
 *
 * Each claim is made only if the figures bear it out, so the text stays true when the data changes.
 */
export function writeSummary(findings: Findings): string[] {
  if (findings.overall.flights === 0) return ["There are no flights to report on."];
  return [overallSentence(findings.overall), spreadSentence(findings), modelSentence(findings)];
}

function overallSentence({ flights, shareLate, median, mean }: DelaySummary): string {
  const tail = mean > median + 1 ? ", pulled up by a long tail" : "";
  return (
    `Of ${formatCount(flights)} flights, ${formatShare(shareLate)} arrived more than ${lateMinutes} minutes late; ` +
    `the median flight was ${describeDelay(median)} and the mean ${describeDelay(mean)}${tail}.`
  );
}

function spreadSentence({ hours, distances, overall }: Findings): string {
  const day = extremes(hours, overall.flights);
  const length = extremes(distances, overall.flights);
  const less = length.high.mean - length.low.mean < (day.high.mean - day.low.mean) / 2;
  return (
    `Flights that leave in the hour from ${day.low.label} arrive ${describeDelay(day.low.mean)} on average, and ` +
    `${describeDelay(day.high.mean)} in the hour from ${day.high.label}; by distance the mean runs ` +
    `${less ? "only " : ""}from ${describeDelay(length.low.mean)} to ${describeDelay(length.high.mean)}.`
  );
}

function modelSentence({ evaluation: { rows, model } }: Findings): string {
  const modest = model.r2 < 0.25 ? ", so these are patterns of averages, not forecasts for one flight" : "";
  return (
    `Hour and distance together explain ${formatShare(model.r2)} of the variance in ${formatCount(rows)} flights ` +
    `that the model had not seen${modest}.`
  );
}

/**
 * The slices with the lowest and the highest mean, among those that hold at least half a percent of all
 * flights: a handful of flights at 03:00 would otherwise lead every comparison.
 */
export function extremes(
  slices: readonly DelaySummary[],
  allFlights: number,
): { low: DelaySummary; high: DelaySummary } {
  const busy = slices.filter(({ flights }) => flights > 0 && flights >= allFlights / 200);
  const sorted = busy.toSorted((a, b) => a.mean - b.mean);
  return { low: sorted.at(0) ?? nothing, high: sorted.at(-1) ?? nothing };
}

const nothing: DelaySummary = {
  label: "none",
  flights: 0,
  mean: 0,
  sd: 0,
  p10: 0,
  median: 0,
  p90: 0,
  shareLate: 0,
  counts: { minute: [], flights: [] },
};
