import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const options = { ...listOptions, ...clusterOptions } as const;
const name = { says: "Show the versions of this one only", kind: "optional" } as const;

export const getTasksSpec = defineCommand({
  name: "tasks",
  summary: "List the tasks that are registered, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options,
  examples: [
    { line: "tsflyte get tasks", says: "All versions of all tasks of the project" },
    { line: "tsflyte get tasks garden.water --limit 1", says: "The newest version of one task" },
    { line: "tsflyte get tasks --where name~water --sort name", says: "Those with water in their names" },
  ],
});

export const getWorkflowsSpec = defineCommand({
  name: "workflows",
  summary: "List the workflows that are registered, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options,
  examples: [{ line: "tsflyte get workflows --where version=v1", says: "The workflows of one version" }],
});

export const getLaunchPlansSpec = defineCommand({
  name: "launchplans",
  summary: "List the launch plans that are registered, the newest first",
  page: "command-line-clusters.md",
  arguments: { name },
  options: { active: { kind: "flag", says: "Only the active versions" }, ...options },
  examples: [{ line: "tsflyte get launchplans --active", says: "What starts by its schedule" }],
});

export const getExecutionsSpec = defineCommand({
  name: "executions",
  summary: "List executions, the newest first",
  page: "command-line-clusters.md",
  arguments: { name: { says: "Those of this workflow, launch plan or task only", kind: "optional" } },
  options,
  examples: [
    { line: "tsflyte get executions --where phase=FAILED --limit 10", says: "The last ten that failed" },
    { line: "tsflyte get executions --where 'createdAt>2026-05-01'", says: "Those since a day" },
  ],
});

export const getProjectsSpec = defineCommand({
  name: "projects",
  summary: "List the projects of the cluster and their domains",
  page: "command-line-clusters.md",
  arguments: { name: { says: "The id of one project", kind: "optional" } },
  options,
  examples: [{ line: "tsflyte get projects", says: "What --project may name" }],
});
