import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const infoSpec = defineCommand({
  name: "info",
  summary: "Show the cluster and the settings that a command would use, and where each is from",
  page: "command-line-clusters.md",
  details:
    "Secrets are not shown. If the cluster does not answer, what is known without it is shown, and the exit code is 1.",
  arguments: {},
  options: clusterOptions,
  examples: [
    { line: "tsflyte info", says: "Whether the cluster answers, and who says where it is" },
    { line: "tsflyte info --profile prod", says: "The same with a profile of flyte.config.ts" },
  ],
});
