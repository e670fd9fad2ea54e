import { defineCommand } from "../../command/command-spec.js";

export const inspectSpec = defineCommand({
  name: "inspect",
  summary: "Show the details of a task, workflow or launch plan",
  details:
    "Shows its inputs and outputs, its nodes and where their inputs come from, its settings, its " +
    "documentation, where it is declared, and the entities it uses.",
  arguments: {
    FILE: { says: "The file that exports it; or its name alone, to look for it in the modules of flyte.config.ts" },
    ENTITY: { says: "Its name, or the name it is exported by", kind: "optional" },
  },
  options: {
    idl: { kind: "flag", says: "Print the message that a cluster would get, as JSON" },
  },
  examples: [
    { line: "tsflyte inspect src/workflows.ts daily", says: "Show the workflow `daily`" },
    { line: "tsflyte inspect daily --idl", says: "Print the message that a cluster would get" },
    { line: "tsflyte inspect daily --json", says: "Print the details as one JSON object" },
  ],
});
