import { defineCommand } from "../../command/command-spec.js";

export const listSpec = defineCommand({
  name: "list",
  summary: "List the tasks, workflows and launch plans of the project",
  details:
    "Lists what the modules of the project, or the given files, export: the name to use with `tsflyte run`, " +
    "the kind, the name on a cluster, and the inputs and outputs with their types. An input with a question " +
    "mark is optional.",
  arguments: {
    FILE: { says: "Files to list; by default the modules in flyte.config.ts", kind: "any-number" },
  },
  options: {
    kind: {
      kind: "choice",
      choices: ["task", "workflow", "launch-plan"],
      says: "Only entities of this kind",
    },
  },
  examples: [
    { line: "tsflyte list", says: "List everything in the project" },
    { line: "tsflyte list src/workflows.ts --kind workflow", says: "List the workflows of one file" },
    { line: "tsflyte list --json", says: "Print one JSON object for each entity" },
  ],
});
