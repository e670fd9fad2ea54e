import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsPruneSpec = defineCommand({
  name: "prune",
  summary: "Delete kept runs, the oldest first",
  details:
    "Deletes runs and the values that only they need. A run that is going on stays, and so does one that cannot be read. " +
    "After each `tsflyte run` the newest 50 stay, or as many as `runs.keep` in flyte.config.ts says.",
  arguments: {},
  options: {
    keep: { kind: "count", placeholder: "N", says: "Keep the newest N runs", absent: "`runs.keep`, or 50" },
    "older-than": {
      kind: "text",
      placeholder: "SPAN",
      says: "Delete runs that began longer ago, such as 30d",
    },
    "dry-run": { kind: "flag", says: "Delete nothing, and say what would be" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs prune --keep 10", says: "Keep the newest ten" },
    { line: "tsflyte runs prune --older-than 30d --dry-run", says: "What is older than a month" },
  ],
});
