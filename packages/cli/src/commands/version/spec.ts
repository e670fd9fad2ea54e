import { defineCommand } from "../../command/command-spec.js";

export const versionSpec = defineCommand({
  name: "version",
  summary: "Print the versions of tsflyte, flyteidl and Node",
  arguments: {},
  options: {},
  examples: [{ line: "tsflyte version", says: "Print what a bug report should say" }],
});
