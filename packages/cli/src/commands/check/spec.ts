import { defineCommand } from "../../command/command-spec.js";

export const checkSpec = defineCommand({
  name: "check",
  summary: "Find what a cluster would refuse, without sending anything",
  details:
    "Loads the modules of the project, compiles everything that they export, once for each profile in " +
    "flyte.config.ts, and prints all problems at once: each with its line of code and what to do. The exit " +
    "code is 1 if there is an error.",
  arguments: {
    FILE: { says: "Files to check; by default the modules in flyte.config.ts", kind: "any-number" },
  },
  options: {
    strict: { kind: "flag", says: "Treat warnings as errors" },
    "max-warnings": {
      kind: "count",
      placeholder: "N",
      says: "Fail if there are more warnings than this",
      absent: "any number",
    },
  },
  examples: [
    { line: "tsflyte check", says: "Check the project under each of its profiles" },
    {
      line: "tsflyte check --profile prod --strict",
      says: "Check one profile, and treat warnings as errors",
    },
    { line: "tsflyte check src/workflows.ts --json", says: "Print one JSON object for each problem" },
  ],
});
