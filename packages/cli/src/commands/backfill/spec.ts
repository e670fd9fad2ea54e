import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const backfillSpec = defineCommand({
  name: "backfill",
  summary: "Execute a launch plan for past times of its schedule",
  page: "command-line-clusters.md",
  details:
    "Builds one workflow with a node for each scheduled time between --from and --to (neither included), " +
    "registers it and executes it. Give two of --from, --to and --window. Times are written as for the inputs " +
    "of `tsflyte run`, such as 2026-05-01 or 'now - 1 day'.",
  arguments: {
    PLAN: { says: "A launch plan with a cron schedule" },
    VERSION: { says: "The version of the launch plan; by default the newest", kind: "optional" },
  },
  options: {
    from: { kind: "text", placeholder: "TIME", says: "Execute for scheduled times after this one" },
    to: { kind: "text", placeholder: "TIME", says: "Execute for scheduled times before this one" },
    window: {
      kind: "text",
      placeholder: "SPAN",
      says: "How long the period is, in place of --from or --to, such as '7 days'",
    },
    parallel: { kind: "flag", says: "Execute for all times at once" },
    serial: { kind: "flag", says: "Execute for one time after the other (the default)" },
    "fail-fast": {
      kind: "flag",
      negatable: true,
      says: "Stop at the first failure, or go on with what does not need its result",
      absent: "stop",
    },
    execute: {
      kind: "flag",
      negatable: true,
      says: "Execute the workflow, or only register it",
      absent: "execute",
    },
    "dry-run": { kind: "flag", says: "Print the scheduled times only; nothing is registered or executed" },
    name: { kind: "text", short: "n", placeholder: "NAME", says: "The name of the execution" },
    version: {
      kind: "text",
      placeholder: "VERSION",
      says: "The version of the workflow that is registered",
      absent: "one made from the times",
    },
    "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results" },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte backfill garden.daily --to now --window '7 days' --dry-run",
      says: "Show the scheduled times of the last seven days",
    },
    {
      line: "tsflyte backfill garden.daily --from 2026-05-01 --to 2026-05-08 --parallel",
      says: "Execute for all scheduled times of a week at once",
    },
  ],
});
