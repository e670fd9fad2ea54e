import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const options = { ...listOptions, ...clusterOptions } as const;
const name = { says: "Only the versions of the one with this name", kind: "optional" } as const;

export const getTasksSpec = defineCommand({
  name: "tasks",
  summary: "List registered tasks, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options,
  examples: [
    { line: "tsflyte get tasks", says: "List all versions of all tasks" },
    { line: "tsflyte get tasks garden.water --limit 1", says: "Show the newest version of one task" },
    {
      line: "tsflyte get tasks --where name~water --sort name",
      says: "List tasks with `water` in their names",
    },
  ],
});

export const getWorkflowsSpec = defineCommand({
  name: "workflows",
  summary: "List registered workflows, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options,
  examples: [{ line: "tsflyte get workflows --where version=v1", says: "List the workflows of one version" }],
});

export const getLaunchPlansSpec = defineCommand({
  name: "launchplans",
  summary: "List registered launch plans, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options: { active: { kind: "flag", says: "Only active versions" }, ...options },
  examples: [{ line: "tsflyte get launchplans --active", says: "List the active launch plans" }],
});

export const getExecutionsSpec = defineCommand({
  name: "executions",
  summary: "List executions, the newest first",
  page: "command-line-clusters.md",
  arguments: { name: { says: "Only executions of this workflow, launch plan or task", kind: "optional" } },
  options,
  examples: [
    { line: "tsflyte get executions --where phase=FAILED --limit 10", says: "List the last ten that failed" },
    { line: "tsflyte get executions --where 'createdAt>2026-05-01'", says: "List those since a day" },
  ],
});

export const getProjectsSpec = defineCommand({
  name: "projects",
  summary: "List the projects of the cluster and their domains",
  page: "command-line-clusters.md",
  arguments: { name: { says: "Only the project with this id", kind: "optional" } },
  options,
  examples: [{ line: "tsflyte get projects", says: "List what --project may name" }],
});
