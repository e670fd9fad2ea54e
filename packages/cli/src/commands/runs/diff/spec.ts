import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsDiffSpec = defineCommand({
  name: "diff",
  summary: "Show the first difference between two kept runs",
  details:
    "Compares what was run and its inputs, then node by node what it runs, its inputs and its outputs, in the " +
    "order in which they ran, and at last the outputs. Times and logs are not compared. The exit code is 0 if " +
    "the runs do not differ, and 1 if they do.",
  arguments: {
    A: {
      says: "A run: the beginning of its id, `last`, or `last~1` for the one before",
      completes: "runs",
    },
    B: { says: "The run to compare with it", completes: "runs" },
  },
  options: {
    all: { kind: "flag", says: "Show all differences, not only the first" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs diff 3f2a last", says: "Find out why two runs have different results" },
    { line: "tsflyte runs diff 3f2a last --all", says: "Show all differences" },
  ],
});
