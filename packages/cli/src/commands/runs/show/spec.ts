import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsShowSpec = defineCommand({
  name: "show",
  summary: "Show a kept run: its nodes, values and errors",
  arguments: { RUN: { says: "The beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    values: { kind: "flag", says: "Show the inputs and outputs of each node too" },
    logs: { kind: "flag", says: "Show what its tasks logged too" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs show last", says: "The latest run" },
    { line: "tsflyte runs show last --values", says: "With what each node got and gave" },
  ],
});
