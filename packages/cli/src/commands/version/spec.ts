import { defineCommand } from "../../command/command-spec.js";

export const versionSpec = defineCommand({
  name: "version",
  summary: "Print the versions of tsflyte, of Flyte's IDL and of Node",
  arguments: {},
  options: {},
  examples: [{ line: "tsflyte version", says: "What to say in a report of a fault" }],
});
