import { clusterOptions } from "../../cluster/cluster-options.js";
import { executionOptions } from "../../cluster/running/execution-options.js";
import { defineCommand } from "../../command/command-spec.js";
import { localOptions } from "../../local/options/local-options.js";
import { packageOptions } from "../../packaging/options/package-options.js";

const ON_CLUSTER = "On the cluster";

export const runSpec = defineCommand({
  name: "run",
  summary: "Run a task, workflow or launch plan, here or on the cluster",
  details:
    "Runs an entity that FILE exports, on this machine. ENTITY is the name that it is exported by, or its own name. " +
    "Its inputs are options behind it, one for each: `tsflyte run FILE ENTITY --help` lists them, and without ENTITY " +
    "`tsflyte run FILE --help` lists what the file exports. What it gives is printed on standard output. " +
    "With --remote it is registered on the cluster and runs there. In place of FILE, the name of what is registered runs " +
    "that: `tsflyte run garden.daily`, or `garden.daily:v1` for a version.",
  arguments: {
    FILE: { says: "The file with the entity, or the name of what is registered on the cluster" },
    ENTITY: { says: "The entity, by its export or its name", kind: "optional" },
  },
  options: {
    remote: {
      kind: "flag",
      short: "r",
      says: "Run it on the cluster: register it there, and execute it",
      group: ON_CLUSTER,
    },
    watch: { kind: "flag", short: "w", says: "Run it again whenever its sources are saved" },
    kind: {
      kind: "choice",
      choices: ["task", "workflow", "launch-plan"],
      says: "What NAME is, where it is several things",
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
      says: "Run it on the cluster, and follow it",
    },
    { line: "tsflyte run --watch src/workflows.ts daily", says: "Run it again after each save" },
    { line: "tsflyte run garden.daily --wait", says: "Run what is registered there" },
    { line: "tsflyte run --json src/workflows.ts daily", says: "Print each event as JSON" },
  ],
  takesRest: true,
});
