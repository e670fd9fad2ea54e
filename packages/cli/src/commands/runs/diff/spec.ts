import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsDiffSpec = defineCommand({
  name: "diff",
  summary: "Show where two kept runs parted",
  details:
    "Compares two runs in the order in which things came about: what runs and its inputs, then node by node what it is, " +
    "what it got and what it gave, and at last what the runs gave. The first difference is where they parted. " +
    "Times and logs do not count. Ends with exit code 0 where there is none, and else with 1.",
  arguments: {
    A: {
      says: "The beginning of the id of a run, `last`, or `last~1` for the one before",
      completes: "runs",
    },
    B: { says: "The same of another", completes: "runs" },
  },
  options: {
    all: { kind: "flag", says: "Show all differences, and not only the first" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs diff 3f2a last", says: "Why this run gave something else than that one" },
    { line: "tsflyte runs diff 3f2a last --all", says: "All that differs" },
  ],
});
