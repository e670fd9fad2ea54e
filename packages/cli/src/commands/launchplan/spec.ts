import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const name = { says: "The name of the launch plan" } as const;

export const launchPlanListSpec = defineCommand({
  name: "list",
  summary: "List registered launch plans, the newest first",
  page: "command-line-clusters.md",
  arguments: { name: { says: "Only the versions of the one with this name", kind: "optional" } },
  options: { active: { kind: "flag", says: "Only active versions" }, ...listOptions, ...clusterOptions },
  examples: [
    { line: "tsflyte launchplan list --active", says: "List the active launch plans" },
    { line: "tsflyte launchplan list garden.daily", says: "List the versions of one launch plan" },
  ],
});

export const launchPlanShowSpec = defineCommand({
  name: "show",
  summary: "Show the workflow, the schedule and the inputs of a launch plan",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "The version; by default the newest", kind: "optional" } },
  options: clusterOptions,
  examples: [{ line: "tsflyte launchplan show garden.daily", says: "Show the newest version" }],
});

export const launchPlanActivateSpec = defineCommand({
  name: "activate",
  summary: "Make one version of a launch plan the active one, and start its schedule",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "The version; by default the newest", kind: "optional" } },
  options: clusterOptions,
  examples: [
    { line: "tsflyte launchplan activate garden.daily", says: "Start the schedule of the newest version" },
    { line: "tsflyte launchplan activate garden.daily v1", says: "Go back to an earlier version" },
  ],
});

export const launchPlanDeactivateSpec = defineCommand({
  name: "deactivate",
  summary: "Make a launch plan inactive, and stop its schedule",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "The version; by default the active one", kind: "optional" } },
  options: clusterOptions,
  examples: [{ line: "tsflyte launchplan deactivate garden.daily", says: "Stop its schedule" }],
});
