import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const serializeSpec = defineCommand({
  name: "serialize",
  summary: "Write the messages of the project into a folder, a file for each",
  details:
    "Writes what a package has in it as files of a folder, for tools that take them so, or as JSON for people who want to " +
    "see what a cluster is told.",
  arguments: {
    FILE: { says: "Files with entities; by default the modules of flyte.config.ts", kind: "any-number" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "FOLDER",
      says: "The folder to write to",
      absent: "serialized",
    },
    format: {
      kind: "choice",
      choices: ["pb", "json"],
      says: "As protocol buffers, or as JSON in their canonical form",
      absent: "pb",
    },
    force: { kind: "flag", short: "f", says: "Replace messages that are in the folder already" },
    ...packageOptions,
    ...planOptions,
  },
  examples: [
    {
      line: "tsflyte serialize --image ghcr.io/acme/tasks:v1",
      says: "Write messages and code to the folder serialized",
    },
    {
      line: "tsflyte serialize --format json -o messages --image ghcr.io/acme/tasks:v1",
      says: "Write messages as JSON",
    },
  ],
});
