import { clusterOptions } from "../../cluster/cluster-options.js";
import { executionOptions } from "../../cluster/running/execution-options.js";
import { defineCommand } from "../../command/command-spec.js";
import { localOptions } from "../../local/options/local-options.js";
import { packageOptions } from "../../packaging/options/package-options.js";

const ON_CLUSTER = "On the cluster";

export const runSpec = defineCommand({
  name: "run",
  summary: "Run a task, workflow or launch plan, on this machine or on the cluster",
  details:
    "Runs a task, workflow or launch plan that FILE exports, on this machine, and prints its outputs. Its " +
    "inputs are options after ENTITY: `tsflyte run FILE ENTITY --help` lists them, and `tsflyte run FILE " +
    "--help` lists what the file exports. With --remote it is registered on the cluster and runs there. In " +
    "place of FILE, the name of something registered runs that: `tsflyte run garden.daily`, or " +
    "`garden.daily:v1` for one version.",
  arguments: {
    FILE: { says: "The file that exports it; or the name of what is registered on the cluster" },
    ENTITY: { says: "Its name, or the name it is exported by", kind: "optional" },
  },
  options: {
    remote: {
      kind: "flag",
      short: "r",
      says: "Run it on the cluster: register it there, and execute it",
      group: ON_CLUSTER,
    },
    watch: { kind: "flag", short: "w", says: "Run it again after each change of its sources" },
    kind: {
      kind: "choice",
      choices: ["task", "workflow", "launch-plan"],
      says: "What the registered name stands for, if there are several of that name",
      group: ON_CLUSTER,
    },
    ...executionOptions,
    ...clusterOptions,
    ...packageOptions,
    ...localOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte run src/workflows.ts daily", says: "Run the workflow `daily`" },
    { line: "tsflyte run src/workflows.ts --help", says: "List what the file exports" },
    {
      line: "tsflyte run src/workflows.ts daily --remote --wait",
      says: "Run it on the cluster, and follow it until it ends",
    },
    { line: "tsflyte run --watch src/workflows.ts daily", says: "Run it again after each change" },
    { line: "tsflyte run garden.daily --wait", says: "Run a launch plan that is registered on the cluster" },
    { line: "tsflyte run --json src/workflows.ts daily", says: "Print each event as a JSON object" },
  ],
  takesRest: true,
});
