import { defineCommand } from "../../command/command-spec.js";

export const checkSpec = defineCommand({
  name: "check",
  summary: "Find all that a cluster would refuse, without sending anything",
  details:
    "Loads the modules of the project, compiles all that they export, once for each profile of flyte.config.ts, and says " +
    "all problems at once, each with its line and what to do. The exit code is 1 if there is an error.",
  arguments: {
    FILE: { says: "Files with entities; by default the modules of flyte.config.ts", kind: "any-number" },
  },
  options: {
    strict: { kind: "flag", says: "Take warnings for errors" },
    "max-warnings": {
      kind: "count",
      placeholder: "N",
      says: "Fail if there are more warnings than this",
      absent: "any number",
    },
  },
  examples: [
    { line: "tsflyte check", says: "Check the project under each of its profiles" },
    { line: "tsflyte check --profile prod --strict", says: "Check one profile, and let no warning pass" },
    { line: "tsflyte check src/workflows.ts --json", says: "Print one JSON object for each problem" },
  ],
});
