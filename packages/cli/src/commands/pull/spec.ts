import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const pullSpec = defineCommand({
  name: "pull",
  summary: "Write a TypeScript module of what is registered, with all types",
  page: "command-line-clusters.md",
  details:
    "A workflow calls what another team has registered, in Python or TypeScript, through such a module, and the compiler " +
    "checks the calls. Without NAME it has all tasks and launch plans of the project. With --check nothing is written: the " +
    "exit code is 1 if the module is not what the cluster has now.",
  arguments: {
    NAME: { says: "Only this task or launch plan; NAME:VERSION for a version", kind: "any-number" },
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
    { line: "tsflyte pull --kind task -o src/depot.ts", says: "All tasks of the project" },
    {
      line: "tsflyte pull --check src/depot.ts",
      says: "Whether the module is what is registered, as for a build",
    },
  ],
});
