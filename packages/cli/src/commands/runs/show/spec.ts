import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsShowSpec = defineCommand({
  name: "show",
  summary: "Show the nodes, the values and the errors of a kept run",
  arguments: { RUN: { says: "The run: the beginning of its id, `last`, or `last~1` for the one before" } },
  options: {
    values: { kind: "flag", says: "Show the inputs and outputs of each node" },
    logs: { kind: "flag", says: "Show what the tasks logged" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs show last", says: "Show the latest run" },
    { line: "tsflyte runs show last --values", says: "Show it with the inputs and outputs of each node" },
  ],
});
