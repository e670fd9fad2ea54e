import { t, task } from "@flytekit-ts/workflow";
import { combineSummaries, summarize as summarizeSlice } from "../summary/summarize.js";
import { tabulateLate as tabulateSlice } from "../summary/tabulate-late.js";
import { types } from "../types.js";

/** The delays of one slice in a few figures. */
export const summarize = task(
  { name: "flights.summarize", inputs: { slice: types.Slice }, output: types.DelaySummary },
  ({ slice }) => summarizeSlice(slice),
);

/** The late flights of one slice, by distance. */
export const tabulateLate = task(
  { name: "flights.tabulate_late", inputs: { slice: types.Slice }, output: types.LateRow },
  ({ slice }) => tabulateSlice(slice),
);

/** The summary of all slices together. */
export const combine = task(
  {
    name: "flights.combine",
    inputs: { label: t.string(), parts: t.list(types.DelaySummary) },
    output: types.DelaySummary,
  },
  ({ label, parts }) => combineSummaries(label, parts),
);
