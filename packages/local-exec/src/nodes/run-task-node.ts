import { executeTask, type Literals } from "@flytekit-ts/core/tasks";
import type { TaskTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { runAttempts, type RunOnce } from "./run-attempts.js";

/** Run a task or a mock. @throws `TASK_TIMED_OUT`, and the errors of `executeTask` */
export function runTaskNode(given: NodeRun<TaskTarget>, scope: Scope): Promise<Literals> {
  return runAttempts(given, scope, runOnce);
}

const runOnce: RunOnce<TaskTarget> = ({ node, inputs }, { context, store }) =>
  executeTask(node.target.task, inputs, context, store);
