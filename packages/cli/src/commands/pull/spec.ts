import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const pullSpec = defineCommand({
  name: "pull",
  summary: "Write a TypeScript module for calling what is registered on the cluster",
  page: "command-line-clusters.md",
  details:
    "With such a module, a workflow calls tasks and launch plans that another team has registered, in Python " +
    "or TypeScript, and the compiler checks the calls. Without NAME the module has all tasks and launch plans " +
    "of the project on the cluster. With --check nothing is written: the exit code is 1 if the module differs " +
    "from what the cluster has now.",
  arguments: {
    NAME: { says: "Only these tasks or launch plans; NAME:VERSION for one version", kind: "any-number" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "FILE",
      says: "The module to write",
      absent: "standard output",
    },
    check: {
      kind: "text",
      placeholder: "FILE",
      says: "Compare this module with the cluster, and write nothing",
    },
    kind: { kind: "choice", choices: ["task", "launch-plan"], says: "Only tasks, or only launch plans" },
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte pull depot.weigh -o src/depot.ts", says: "Write a module with one task" },
    {
      line: "tsflyte pull --kind task -o src/depot.ts",
      says: "Write a module with all tasks of the project",
    },
    {
      line: "tsflyte pull --check src/depot.ts",
      says: "In CI, fail if the cluster has something else now",
    },
  ],
});
