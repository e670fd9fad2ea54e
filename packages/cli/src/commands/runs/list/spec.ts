import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsListSpec = defineCommand({
  name: "list",
  summary: "List the runs that are kept, the newest first",
  details:
    "Lists the runs on this machine that `tsflyte run` has kept. A condition of `--where` is a field, an operator and a " +
    "value: `state=failed`, `input.x>=5`, `duration>10s`. The fields are id, state, entity, started, ended, duration, " +
    "input.NAME, output.NAME and label.NAME; the operators =, !=, <, <=, >, >= and ~, which means contains.",
  arguments: {},
  options: {
    where: {
      kind: "many",
      placeholder: "CONDITION",
      says: "List runs for which this holds, such as input.x=5",
    },
    entity: { kind: "text", placeholder: "NAME", says: "List runs of this entity" },
    since: {
      kind: "text",
      placeholder: "SPAN",
      says: "List runs that began in the last hours or days, such as 1d",
    },
    limit: { kind: "count", placeholder: "N", says: "List at most so many runs", absent: "20" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs list", says: "The latest runs" },
    { line: "tsflyte runs list --where state=failed --since 1d", says: "What has failed since yesterday" },
    { line: "tsflyte runs list --where input.day=2026-05-01", says: "Runs by what they were given" },
  ],
});
