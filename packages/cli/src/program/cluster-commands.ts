import { command, type CommandEntry, type CommandGroup } from "../command/command.js";
import {
  executionGetSpec,
  executionListSpec,
  executionWatchSpec,
  executionOutputsSpec,
  executionInputsSpec,
  executionLogsSpec,
  executionTerminateSpec,
  executionRecoverSpec,
  executionRelaunchSpec,
  executionApproveSpec,
  executionSignalSpec,
} from "../commands/execution/spec.js";
import {
  getExecutionsSpec,
  getLaunchPlansSpec,
  getProjectsSpec,
  getTasksSpec,
  getWorkflowsSpec,
} from "../commands/get/spec.js";
import { registerSpec } from "../commands/register/spec.js";
import { infoSpec } from "../commands/info/spec.js";

/** The commands that speak to a cluster. */
export const clusterCommands: readonly (CommandEntry | CommandGroup)[] = [
  {
    name: "execution",
    summary: "Look at executions on a cluster, and end or repeat them",
    commands: [
      command(executionListSpec, async () => (await import("../commands/execution/list.js")).executionList),
      command(executionGetSpec, async () => (await import("../commands/execution/get.js")).executionGet),
      command(
        executionWatchSpec,
        async () => (await import("../commands/execution/watch.js")).executionWatch,
      ),
      command(
        executionOutputsSpec,
        async () => (await import("../commands/execution/values.js")).executionOutputs,
      ),
      command(
        executionInputsSpec,
        async () => (await import("../commands/execution/values.js")).executionInputs,
      ),
      command(executionLogsSpec, async () => (await import("../commands/execution/logs.js")).executionLogs),
      command(
        executionTerminateSpec,
        async () => (await import("../commands/execution/terminate.js")).executionTerminate,
      ),
      command(
        executionRecoverSpec,
        async () => (await import("../commands/execution/restart.js")).executionRecover,
      ),
      command(
        executionRelaunchSpec,
        async () => (await import("../commands/execution/restart.js")).executionRelaunch,
      ),
      command(
        executionApproveSpec,
        async () => (await import("../commands/execution/approve.js")).executionApprove,
      ),
      command(
        executionSignalSpec,
        async () => (await import("../commands/execution/signal.js")).executionSignal,
      ),
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
  command(registerSpec, async () => (await import("../commands/register/register.js")).register),
  command(infoSpec, async () => (await import("../commands/info/info.js")).info),
];
