import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const infoSpec = defineCommand({
  name: "info",
  summary: "Show the cluster and the settings in use, and where each comes from",
  page: "command-line-clusters.md",
  details:
    "Secrets are not shown. If the cluster does not answer, everything else is shown, and the exit code is 1.",
  arguments: {},
  options: clusterOptions,
  examples: [
    { line: "tsflyte info", says: "See whether the cluster answers, and which settings are used" },
    { line: "tsflyte info --profile prod", says: "See the settings of a profile of flyte.config.ts" },
  ],
});
