import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const name = { says: "The launch plan" } as const;

export const launchPlanListSpec = defineCommand({
  name: "list",
  summary: "List the launch plans that are registered, the newest first",
  page: "command-line-clusters.md",
  arguments: { name: { says: "Show the versions of this one only", kind: "optional" } },
  options: { active: { kind: "flag", says: "Only the active versions" }, ...listOptions, ...clusterOptions },
  examples: [
    { line: "tsflyte launchplan list --active", says: "What starts by its schedule" },
    { line: "tsflyte launchplan list garden.daily", says: "The versions of one" },
  ],
});

export const launchPlanShowSpec = defineCommand({
  name: "show",
  summary: "Show a launch plan: its workflow, schedule and inputs",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "Its version, by default the newest", kind: "optional" } },
  options: clusterOptions,
  examples: [{ line: "tsflyte launchplan show garden.daily", says: "The newest version" }],
});

export const launchPlanActivateSpec = defineCommand({
  name: "activate",
  summary: "Make a version of a launch plan the active one, in place of the one before",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "The version, by default the newest", kind: "optional" } },
  options: clusterOptions,
  examples: [
    { line: "tsflyte launchplan activate garden.daily", says: "Let its schedule begin" },
    { line: "tsflyte launchplan activate garden.daily v1", says: "Go back to a version" },
  ],
});

export const launchPlanDeactivateSpec = defineCommand({
  name: "deactivate",
  summary: "Make a launch plan inactive, so that its schedule ends",
  page: "command-line-clusters.md",
  arguments: { name, version: { says: "The version, by default the active one", kind: "optional" } },
  options: clusterOptions,
  examples: [{ line: "tsflyte launchplan deactivate garden.daily", says: "End its schedule" }],
});
