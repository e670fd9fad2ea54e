import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";
import { packageOptions } from "../../packaging/options/package-options.js";
import { planOptions } from "../../packaging/options/plan-options.js";

export const registerSpec = defineCommand({
  name: "register",
  summary: "Register the project on the cluster, or a package of it",
  page: "command-line-clusters.md",
  details:
    "Packages the modules of the project as `tsflyte package` does, uploads their code, and registers all that they export. " +
    "What is there already with the same structure is left as it is, so a registration that ended early goes on when it is " +
    "made again. An archive that `tsflyte package` or `pyflyte package` wrote is registered as it is.",
  arguments: {
    FILE: {
      says: "Files with entities, by default the modules of flyte.config.ts; or one archive that ends in .tgz or .tar.gz",
      kind: "any-number",
    },
  },
  options: {
    "activate-launch-plans": {
      kind: "flag",
      negatable: true,
      says: "Make the registered launch plans the active ones, all or none",
      absent: "those that ask for it themselves",
    },
    activate: { kind: "many", placeholder: "NAME", says: "Make this launch plan the active one" },
    "dry-run": { kind: "flag", says: "Check everything and print what would be registered; nothing is sent" },
    ...packageOptions,
    ...planOptions,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte register", says: "Register the project, in a version that is made of its content" },
    { line: "tsflyte register --version v1 --dry-run", says: "See what would be registered" },
    {
      line: "tsflyte register --profile prod --activate garden.daily",
      says: "Register, and let a schedule begin",
    },
    { line: "tsflyte register flyte-package.tgz --version v1", says: "Register what was packaged before" },
  ],
});
