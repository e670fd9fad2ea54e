import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const serializeSpec = defineCommand({
  name: "serialize",
  summary: "Write what a cluster would get into a folder, one file per entity",
  details:
    "Writes the contents of a package as single files: protocol buffers for other tools of Flyte, or JSON to " +
    "read what a cluster would get.",
  arguments: {
    FILE: { says: "Files to serialize; by default the modules in flyte.config.ts", kind: "any-number" },
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
      says: "Write protocol buffers, or JSON",
      absent: "pb",
    },
    force: { kind: "flag", short: "f", says: "Overwrite files that an earlier call wrote" },
    ...packageOptions,
    ...planOptions,
  },
  examples: [
    {
      line: "tsflyte serialize --image ghcr.io/acme/tasks:v1",
      says: "Write messages and code into the folder `serialized`",
    },
    {
      line: "tsflyte serialize --format json -o messages --image ghcr.io/acme/tasks:v1",
      says: "Write messages as JSON",
    },
  ],
});
