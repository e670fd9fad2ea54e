import { command, type CommandEntry, type CommandGroup } from "../command/command.js";
import { executionGetSpec, executionListSpec } from "../commands/execution/spec.js";
import {
  getExecutionsSpec,
  getLaunchPlansSpec,
  getProjectsSpec,
  getTasksSpec,
  getWorkflowsSpec,
} from "../commands/get/spec.js";
import { infoSpec } from "../commands/info/spec.js";

/** The commands that speak to a cluster. */
export const clusterCommands: readonly (CommandEntry | CommandGroup)[] = [
  {
    name: "execution",
    summary: "Look at executions on a cluster, and end or repeat them",
    commands: [
      command(executionListSpec, async () => (await import("../commands/execution/list.js")).executionList),
      command(executionGetSpec, async () => (await import("../commands/execution/get.js")).executionGet),
    ],
  },
  {
    name: "get",
    summary: "List what is on a cluster: tasks, workflows, launch plans, executions, projects",
    commands: [
      command(getTasksSpec, async () => (await import("../commands/get/get.js")).getTasks),
      command(getWorkflowsSpec, async () => (await import("../commands/get/get.js")).getWorkflows),
      command(getLaunchPlansSpec, async () => (await import("../commands/get/get.js")).getLaunchPlans),
      command(getExecutionsSpec, async () => (await import("../commands/get/get.js")).getExecutions),
      command(getProjectsSpec, async () => (await import("../commands/get/get.js")).getProjects),
    ],
  },
  command(infoSpec, async () => (await import("../commands/info/info.js")).info),
];
