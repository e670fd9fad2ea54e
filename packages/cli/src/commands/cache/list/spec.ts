import { defineCommand } from "../../../command/command-spec.js";

export const cacheListSpec = defineCommand({
  name: "list",
  summary: "List the tasks with cached results, and show where the cache is",
  arguments: {},
  options: {
    dir: {
      kind: "text",
      placeholder: "FOLDER",
      says: "The folder of the cache",
      absent: "that of the project, else that of the user",
    },
  },
  page: "command-line-runs.md",
  examples: [{ line: "tsflyte cache list", says: "Show what is cached, and how large it is" }],
});
