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
import { backfillSpec } from "../commands/backfill/spec.js";
import { fetchSpec } from "../commands/fetch/spec.js";
import {
  launchPlanActivateSpec,
  launchPlanDeactivateSpec,
  launchPlanListSpec,
  launchPlanShowSpec,
} from "../commands/launchplan/spec.js";
import { metricsSpec } from "../commands/metrics/spec.js";
import { pullSpec } from "../commands/pull/spec.js";
import { serveConnectorSpec } from "../commands/serve/spec.js";
import { infoSpec } from "../commands/info/spec.js";

/** The commands that speak to a cluster. */
export const clusterCommands: readonly (CommandEntry | CommandGroup)[] = [
  {
    name: "execution",
    summary: "Follow, inspect, terminate or repeat executions on the cluster",
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
    summary: "List what the cluster has: tasks, workflows, launch plans, executions or projects",
    commands: [
      command(getTasksSpec, async () => (await import("../commands/get/get.js")).getTasks),
      command(getWorkflowsSpec, async () => (await import("../commands/get/get.js")).getWorkflows),
      command(getLaunchPlansSpec, async () => (await import("../commands/get/get.js")).getLaunchPlans),
      command(getExecutionsSpec, async () => (await import("../commands/get/get.js")).getExecutions),
      command(getProjectsSpec, async () => (await import("../commands/get/get.js")).getProjects),
    ],
  },
  command(registerSpec, async () => (await import("../commands/register/register.js")).register),
  {
    name: "launchplan",
    summary: "List and show launch plans, and start or stop their schedules",
    commands: [
      command(
        launchPlanListSpec,
        async () => (await import("../commands/launchplan/list.js")).launchPlanList,
      ),
      command(
        launchPlanShowSpec,
        async () => (await import("../commands/launchplan/show.js")).launchPlanShow,
      ),
      command(
        launchPlanActivateSpec,
        async () => (await import("../commands/launchplan/change.js")).launchPlanActivate,
      ),
      command(
        launchPlanDeactivateSpec,
        async () => (await import("../commands/launchplan/change.js")).launchPlanDeactivate,
      ),
    ],
  },
  command(pullSpec, async () => (await import("../commands/pull/pull.js")).pull),
  command(backfillSpec, async () => (await import("../commands/backfill/backfill.js")).backfill),
  command(fetchSpec, async () => (await import("../commands/fetch/fetch.js")).fetch),
  command(metricsSpec, async () => (await import("../commands/metrics/metrics.js")).metrics),
  {
    name: "serve",
    summary: "Serve what a Flyte cluster calls",
    commands: [
      command(
        serveConnectorSpec,
        async () => (await import("../commands/serve/connector.js")).serveConnector,
      ),
    ],
  },
  command(infoSpec, async () => (await import("../commands/info/info.js")).info),
];
