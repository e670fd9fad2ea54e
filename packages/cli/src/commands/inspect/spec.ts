import { clusterOptions, registeredKind } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const inspectSpec = defineCommand({
  name: "inspect",
  summary: "Show the details of a task, workflow or launch plan",
  details:
    "Shows its inputs and outputs, its nodes and where their inputs come from, its settings, its " +
    "documentation, where it is declared, and the entities it uses. With --remote it shows what is registered " +
    "on the cluster under a name, or NAME:VERSION.",
  arguments: {
    FILE: {
      says: "The file that exports it; or its name alone, to look for it in the modules of flyte.config.ts, or with --remote on the cluster",
    },
    ENTITY: { says: "Its name, or the name it is exported by", kind: "optional" },
  },
  options: {
    idl: { kind: "flag", says: "Print the message that a cluster would get, as JSON" },
    remote: { kind: "flag", short: "r", says: "Show what is registered on the cluster" },
    kind: registeredKind,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte inspect src/workflows.ts daily", says: "Show the workflow `daily`" },
    { line: "tsflyte inspect daily --idl", says: "Print the message that a cluster would get" },
    { line: "tsflyte inspect garden.daily:v1 --remote", says: "Show what is registered on the cluster" },
    { line: "tsflyte inspect daily --json", says: "Print the details as one JSON object" },
  ],
});
