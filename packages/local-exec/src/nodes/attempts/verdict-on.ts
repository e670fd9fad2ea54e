import { coreErrors, isNonRecoverable } from "@flytekit-ts/core/errors";
import { isRecoverable } from "@flytekit-ts/core/context";
import { errors } from "../../errors.js";
import type { DynamicTarget, TaskTarget } from "../../plan/plan.js";
import type { Recovers } from "../../plan/recovers.js";
import type { NodeRun } from "../../scope/node-run.js";
import { recoverableMark } from "../../scope/recoverable-mark.js";
import type { Scope } from "../../scope/scope.js";
import type { Verdict } from "./budget.js";

/** Who decides about the errors of a node. */
export function recoversOf({ target }: NodeRun<TaskTarget | DynamicTarget>["node"]): Recovers {
  return target.kind === "task" ? target.recovers : target.task;
}

/**
 * How often a node may be tried again: what its call says, else its task. As on a cluster, 0 at a call is the same as
 * nothing.
 */
export function retriesOf(node: NodeRun<TaskTarget | DynamicTarget>["node"]): number {
  const ofCall = node.message.metadata?.retries?.retries ?? 0;
  if (ofCall > 0) return ofCall;
  const recovers = recoversOf(node);
  return typeof recovers === "string" ? 0 : recovers.settings.retries;
}

/**
 * What the failure of an attempt of a task allows.
 *
 * A timeout and the loss of the process are recoverable, whatever the task says about its errors: the backend sees no
 * error then. If the process of an interruptible node is killed, that is no fault of the task, and has a budget of its own.
 *
 * @throws `RETRY_RULE_FAILED`
 */
export function verdictOn(
  cause: unknown,
  { node, path }: NodeRun<TaskTarget | DynamicTarget>,
  scope: Scope,
): Verdict {
  if (errors.TASK_TIMED_OUT.is(cause)) return given(cause.params.node === path);
  if (errors.TASK_PROCESS_LOST.is(cause))
    return isTakenAway(cause.params, node, scope) ? "interrupted" : "recoverable";
  const mark = recoverableMark(cause);
  if (mark !== undefined) return given(mark);
  // An error that already names a node comes from a nested node, which has had its own attempts.
  if (coreErrors.TASK_FAILED.is(cause) && cause.params.node !== undefined) return "permanent";
  return given(isRecovered(recoversOf(node), cause));
}

// A process that ends by itself is a fault of its task, and one that is killed may have had to make room for others.
function isTakenAway(
  { signal }: { readonly signal?: string },
  { message }: NodeRun["node"],
  scope: Scope,
): boolean {
  return signal === "SIGKILL" && (message.metadata?.interruptibleValue?.value ?? scope.interruptible);
}

function isRecovered(recovers: Recovers, cause: unknown): boolean {
  if (recovers === "never") return false;
  if (recovers === "always") return coreErrors.TASK_FAILED.is(cause) && !isNonRecoverable(cause.cause);
  return isRecoverable(recovers, cause);
}

function given(recoverable: boolean): Verdict {
  return recoverable ? "recoverable" : "permanent";
}
