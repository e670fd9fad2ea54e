import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const registerSpec = defineCommand({
  name: "register",
  summary: "Register the project, or an archive of it, on the cluster",
  page: "command-line-clusters.md",
  details:
    "Packages the modules of the project as `tsflyte package` does, uploads their code, and registers " +
    "everything that they export. What the cluster already has with the same structure is left alone, so a " +
    "registration that was interrupted can be repeated. An archive that `tsflyte package` or `pyflyte package` " +
    "wrote is registered as it is.",
  arguments: {
    FILE: {
      says: "Files to register, by default the modules in flyte.config.ts; or one archive that ends in .tgz or .tar.gz",
      kind: "any-number",
    },
  },
  options: {
    "activate-launch-plans": {
      kind: "flag",
      negatable: true,
      says: "Activate all launch plans that are registered, or none",
      absent: "those declared with autoActivate",
    },
    activate: { kind: "many", placeholder: "NAME", says: "Activate this launch plan" },
    "dry-run": {
      kind: "flag",
      says: "Check everything, and print what would be registered; nothing is sent",
    },
    ...packageOptions,
    ...planOptions,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte register", says: "Register the project, with a version made from its content" },
    { line: "tsflyte register --version v1 --dry-run", says: "See what would be registered" },
    {
      line: "tsflyte register --profile prod --activate garden.daily",
      says: "Register, and start the schedule of a launch plan",
    },
    {
      line: "tsflyte register flyte-package.tgz --version v1",
      says: "Register an archive that was packaged before",
    },
  ],
});
