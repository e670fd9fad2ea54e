import { defineCommand } from "../../command/command-spec.js";

export const listSpec = defineCommand({
  name: "list",
  summary: "List the tasks, workflows and launch plans of the project",
  details:
    "Lists what the modules of the project export, or the files that are named: the kind of each entity, the name that " +
    "it is exported by, its inputs and outputs with their types, and where it is declared. An input with a question mark " +
    "may be left out.",
  arguments: {
    FILE: { says: "Files with entities; by default the modules of flyte.config.ts", kind: "any-number" },
  },
  options: {
    kind: {
      kind: "choice",
      choices: ["task", "workflow", "launch-plan"],
      says: "List entities of this kind only",
    },
  },
  examples: [
    { line: "tsflyte list", says: "List all of the project" },
    { line: "tsflyte list src/workflows.ts --kind workflow", says: "List the workflows of one file" },
    { line: "tsflyte list --json", says: "Print one JSON object for each entity" },
  ],
});
