import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const metricsSpec = defineCommand({
  name: "metrics",
  summary: "Show what took time in an execution",
  page: "command-line-clusters.md",
  arguments: { execution: { says: "The execution: its name, or the address of its page in the console" } },
  options: {
    depth: {
      kind: "count",
      placeholder: "N",
      says: "How many levels of nodes inside nodes are shown",
      absent: "10",
    },
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte metrics f4a1b2c3d4", says: "All of it" },
    { line: "tsflyte metrics f4a1b2c3d4 --depth 1 --json", says: "Its nodes alone, for a program" },
  ],
});
