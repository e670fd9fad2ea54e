import { clusterOptions, registeredKind } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const inspectSpec = defineCommand({
  name: "inspect",
  summary: "Show all that is known of a task, workflow or launch plan",
  details:
    "Shows its inputs and outputs, its nodes and where their inputs come from, its settings, its documentation, where it is " +
    "declared and what it uses. With one argument, the entity is looked for in the modules of flyte.config.ts, and with " +
    "--remote on the cluster: a name, or NAME:VERSION.",
  arguments: {
    FILE: { says: "The file with the entity, which may be left out; with --remote a name" },
    ENTITY: { says: "The entity, by its export or its name", kind: "optional" },
  },
  options: {
    idl: { kind: "flag", says: "Print the message that a cluster gets, as canonical JSON" },
    remote: { kind: "flag", short: "r", says: "Show what is registered on the cluster" },
    kind: registeredKind,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte inspect src/workflows.ts daily", says: "Show the workflow `daily`" },
    { line: "tsflyte inspect daily --idl", says: "Print its message" },
    { line: "tsflyte inspect garden.daily:v1 --remote", says: "Show what is registered" },
    { line: "tsflyte inspect daily --json", says: "Print what is known as one JSON object" },
  ],
});
