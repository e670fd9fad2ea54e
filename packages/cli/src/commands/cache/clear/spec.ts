import { defineCommand } from "../../../command/command-spec.js";

export const cacheClearSpec = defineCommand({
  name: "clear",
  summary: "Delete cached results of tasks",
  details:
    "Deletes all cached results, or only those that the options name. A task whose result is gone runs again " +
    "the next time.",
  arguments: {},
  options: {
    task: { kind: "text", placeholder: "NAME", says: "Delete results of this task only, by its full name" },
    "older-than": {
      kind: "text",
      placeholder: "SPAN",
      says: "Delete results that were last used longer ago than this, such as 7d",
    },
    dir: {
      kind: "text",
      placeholder: "FOLDER",
      says: "The folder of the cache",
      absent: "that of the project, else that of the user",
    },
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte cache clear", says: "Delete all results" },
    {
      line: "tsflyte cache clear --task garden.water --older-than 7d",
      says: "Delete results of one task that nothing used for a week",
    },
  ],
});
