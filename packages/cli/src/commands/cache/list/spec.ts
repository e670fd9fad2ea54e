import { defineCommand } from "../../../command/command-spec.js";

export const cacheListSpec = defineCommand({
  name: "list",
  summary: "List the tasks whose results are kept, and where the cache is",
  arguments: {},
  options: {
    dir: {
      kind: "text",
      placeholder: "FOLDER",
      says: "Look at the cache in this folder",
      absent: "the project's, or else that of the user",
    },
  },
  page: "command-line-runs.md",
  examples: [{ line: "tsflyte cache list", says: "What is kept, and how large it is" }],
});
