import { defineCommand } from "../../../command/command-spec.js";

export const cacheClearSpec = defineCommand({
  name: "clear",
  summary: "Delete kept results of tasks",
  details:
    "Deletes all results, or those that the options name. Runs that are going on compute what they miss.",
  arguments: {},
  options: {
    task: { kind: "text", placeholder: "NAME", says: "Delete results of this task, by its full name" },
    "older-than": {
      kind: "text",
      placeholder: "SPAN",
      says: "Delete what was not used for so long, such as 7d",
    },
    dir: {
      kind: "text",
      placeholder: "FOLDER",
      says: "Clear the cache in this folder",
      absent: "the project's, or else that of the user",
    },
  },
  page: "command-line-runs.md",
  examples: [
    { line: "tsflyte cache clear", says: "Delete all" },
    { line: "tsflyte cache clear --task garden.water --older-than 7d", says: "Delete some" },
  ],
});
