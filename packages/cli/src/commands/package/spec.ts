import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const packageSpec = defineCommand({
  name: "package",
  summary: "Write an archive with which the project can be registered",
  details:
    "Writes the messages of all that the modules of the project export, and their code, into one archive. `tsflyte " +
    "register` and `flytectl register files --archive` register it. Equal projects give equal archives.",
  arguments: {
    FILE: { says: "Files with entities; by default the modules of flyte.config.ts", kind: "any-number" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "PATH",
      says: "The archive to write, which ends in .tgz or .tar.gz",
      absent: "flyte-package.tgz",
    },
    force: { kind: "flag", short: "f", says: "Write over an archive that is there already" },
    ...packageOptions,
    ...planOptions,
  },
  examples: [
    { line: "tsflyte package --image ghcr.io/acme/tasks:v1", says: "Package the project" },
    {
      line: "tsflyte package --profile prod -o prod.tgz --force",
      says: "Package it with the settings of a profile",
    },
    {
      line: "tsflyte package --code image --image ghcr.io/acme/tasks:v2 dist/workflows.js",
      says: "Package what a build made, whose code is in the image",
    },
  ],
});
