import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsPruneSpec = defineCommand({
  name: "prune",
  summary: "Delete kept runs, the oldest first",
  details:
    "Deletes runs, and the values that no other run needs. A run that is still going on stays, and so does one " +
    "that cannot be read. `tsflyte run` itself keeps the newest 50 runs, or as many as `runs.keep` in " +
    "flyte.config.ts says.",
  arguments: {},
  options: {
    keep: {
      kind: "count",
      placeholder: "N",
      says: "Keep the newest N runs",
      absent: "`runs.keep` of flyte.config.ts, else 50",
    },
    "older-than": {
      kind: "text",
      placeholder: "SPAN",
      says: "Delete runs that began longer ago than this, such as 30d",
    },
    "dry-run": { kind: "flag", says: "Print what would be deleted; nothing is deleted" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs prune --keep 10", says: "Keep only the newest ten" },
    { line: "tsflyte runs prune --older-than 30d --dry-run", says: "See which runs are older than a month" },
  ],
});
