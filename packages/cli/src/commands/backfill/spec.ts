import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const backfillSpec = defineCommand({
  name: "backfill",
  summary: "Execute a launch plan for times of its schedule that are past",
  page: "command-line-clusters.md",
  details:
    "Makes one workflow with a node for each time of the cron schedule between --from and --to, both left out, and " +
    "executes it. Two of --from, --to and --window are given. Times are as inputs of `tsflyte run`: 2026-05-01, `now - 1 day`.",
  arguments: {
    PLAN: { says: "The launch plan, which has a cron schedule" },
    VERSION: { says: "Its version, by default the newest", kind: "optional" },
  },
  options: {
    from: { kind: "text", placeholder: "TIME", says: "Times after this one" },
    to: { kind: "text", placeholder: "TIME", says: "Times before this one" },
    window: { kind: "text", placeholder: "SPAN", says: "How long the period is, in place of one of the two" },
    parallel: { kind: "flag", says: "Execute all of them at once" },
    serial: { kind: "flag", says: "Execute them one after the other, which is the default" },
    "fail-fast": { kind: "flag", negatable: true, says: "Whether a failure ends the others" },
    execute: {
      kind: "flag",
      negatable: true,
      says: "Whether the workflow is executed once it is registered",
    },
    "dry-run": { kind: "flag", says: "Print the times; nothing is registered or executed" },
    name: { kind: "text", short: "n", placeholder: "NAME", says: "The name of the execution" },
    version: {
      kind: "text",
      placeholder: "VERSION",
      says: "The version of the workflow that is made",
      absent: "made of the times",
    },
    "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results" },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte backfill garden.daily --to now --window '7 days' --dry-run",
      says: "Which times those would be",
    },
    {
      line: "tsflyte backfill garden.daily --from 2026-05-01 --to 2026-05-08 --parallel",
      says: "Execute them",
    },
  ],
});
