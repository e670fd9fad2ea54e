import { defineCommand } from "../../../command/command-spec.js";
import { runsOptions } from "../../../local/kept/runs-options.js";

export const runsListSpec = defineCommand({
  name: "list",
  summary: "List kept runs, the newest first",
  details:
    "Lists the runs on this machine that `tsflyte run` has kept. A condition is a field, an operator and a " +
    "value: `state=failed`, `input.x>=5`, `duration>10s`. The fields are id, state, entity, started, ended, " +
    "duration, input.NAME, output.NAME and label.NAME. The operators are =, !=, <, <=, >, >= and ~ (contains).",
  arguments: {},
  options: {
    where: {
      kind: "many",
      placeholder: "CONDITION",
      says: "Only runs that meet this condition, such as input.x=5",
    },
    entity: { kind: "text", placeholder: "NAME", says: "Only runs of this task or workflow" },
    since: {
      kind: "text",
      placeholder: "SPAN",
      says: "Only runs that began within this time, such as 1d",
    },
    limit: { kind: "count", placeholder: "N", says: "List at most this many", absent: "20" },
    ...runsOptions,
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte runs list", says: "List the latest runs" },
    { line: "tsflyte runs list --where state=failed --since 1d", says: "List what failed within a day" },
    { line: "tsflyte runs list --where input.day=2026-05-01", says: "List runs by an input" },
  ],
});
