import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const packageSpec = defineCommand({
  name: "package",
  summary: "Package the project into an archive that can be registered",
  details:
    "Writes everything that the modules of the project export, and their code, into one archive. `tsflyte " +
    "register` registers it, and so does `flytectl register files --archive`. The same project always gives " +
    "the same archive.",
  arguments: {
    FILE: { says: "Files to package; by default the modules in flyte.config.ts", kind: "any-number" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "PATH",
      says: "The archive to write; it ends in .tgz or .tar.gz",
      absent: "flyte-package.tgz",
    },
    force: { kind: "flag", short: "f", says: "Overwrite an existing archive" },
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
      says: "Package compiled JavaScript whose code is in the image",
    },
  ],
});
