import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const metricsSpec = defineCommand({
  name: "metrics",
  summary: "Show how long each part of an execution took",
  page: "command-line-clusters.md",
  arguments: {
    execution: {
      says: "The execution: its name, PROJECT/DOMAIN/NAME, or the address of its page in the console",
    },
  },
  options: {
    depth: {
      kind: "count",
      placeholder: "N",
      says: "How many levels of nodes inside nodes to show",
      absent: "10",
    },
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte metrics f4a1b2c3d4", says: "Show how long each part took" },
    {
      line: "tsflyte metrics f4a1b2c3d4 --depth 1 --json",
      says: "Print the times of its nodes only, for a program",
    },
  ],
});
