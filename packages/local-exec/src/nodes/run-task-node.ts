import { executeTask, type Literals } from "@flytekit-ts/core/tasks";
import type { TaskTarget } from "../plan/plan.js";
import type { Execute } from "../scope/execute.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { runAttempts, type RunOnce } from "./run-attempts.js";

/** Run a task or a mock, or take its result from the cache. @throws `TASK_TIMED_OUT`, and the errors of `executeTask` */
export function runTaskNode(given: NodeRun<TaskTarget>, scope: Scope): Maybe<Literals> {
  const { cache } = scope.run;
  if (cache?.isFor(given) !== true) return runAttempts(given, scope, runOnce);
  return cache.through(given, scope, () => runAttempts(given, scope, runOnce));
}

const runOnce: RunOnce<TaskTarget> = (given, attempt) => attempt.scope.run.execute(given, attempt);

/** Execute a task in this thread. */
export const executeHere: Execute = ({ node, inputs }, { context, store }) =>
  executeTask(node.target.task, inputs, context, store);
