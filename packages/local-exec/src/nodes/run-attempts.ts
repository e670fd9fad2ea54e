import type { TaskContext } from "@flytekit-ts/core";
import { coreErrors, type FlytekitError, isFlytekitError, isNonRecoverable } from "@flytekit-ts/core/errors";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";
import { Attempt } from "../scope/attempt.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { TakenSlot } from "../scope/slots.js";
import { tellFailed, tellStarted, tellSucceeded } from "../scope/tell.js";
import { withFramesOf } from "./with-frames-of.js";
import { withTimeout } from "./with-timeout.js";

type Tried = TaskTarget | DynamicTarget;

/** Runs a node once. Work after it has given its slot back does not count as a running task. */
export type RunOnce<T extends Tried> = (
  given: NodeRun<T>,
  attempt: {
    readonly context: TaskContext;
    readonly store: ValueStore;
    readonly slot: TakenSlot;
    readonly scope: Scope;
  },
) => Promise<Literals>;

/**
 * Run a node, and after a failure run it again, as often as its retries allow.
 *
 * Another attempt follows if the attempt timed out, if this node's own function or a stream that it returned threw an
 * error that is not a `NonRecoverableError`, or if a storage failed.
 */
export async function runAttempts<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  once: RunOnce<T>,
): Promise<Literals> {
  const attempts = (given.node.message.metadata?.retries?.retries ?? 0) + 1;
  for (let attempt = 0; ; attempt += 1) {
    await scope.slots.take();
    const slot = new TakenSlot(scope.slots);
    try {
      const result = await runAttempt(given, scope, { attempt, last: attempt + 1 >= attempts, slot, once });
      if (result !== undefined) return result;
    } finally {
      slot.giveBack();
    }
  }
}

interface Try<T extends Tried> {
  readonly attempt: number;
  readonly last: boolean;
  readonly slot: TakenSlot;
  readonly once: RunOnce<T>;
}

async function runAttempt<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  { attempt, last, slot, once }: Try<T>,
): Promise<Literals | undefined> {
  if (scope.isOver) throw scope.reason;
  tellStarted(given, { attempt, inputs: given.inputs }, scope);
  const start = performance.now();
  try {
    const outputs = await inTime(given, scope, { attempt, slot, once });
    tellSucceeded(given, { attempt, outputs, duration: performance.now() - start }, scope);
    return outputs;
  } catch (cause) {
    const duration = performance.now() - start;
    const retrying = !last && isRecoverable(cause, given) && !scope.isOver;
    const failed = { attempt, cause: failureOf(cause, given), duration, retrying };
    const error = tellFailed(given, failed, scope);
    if (retrying) return undefined;
    throw error;
  }
}

function inTime<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  { attempt, slot, once }: Omit<Try<T>, "last">,
): Promise<Literals> {
  const { node, path } = given;
  const timeout = node.message.metadata?.timeout;
  if (timeout === undefined) return onceIn(given, scope, { attempt, slot, once });
  const milliseconds = Number(timeout.seconds) * 1000 + timeout.nanos / 1_000_000;
  const task = node.target.task.name;
  const late = (): FlytekitError => errors.TASK_TIMED_OUT({ task, node: path, milliseconds });
  return withTimeout({ milliseconds, late }, scope, (timed) => onceIn(given, timed, { attempt, slot, once }));
}

async function onceIn<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  { attempt: number, slot, once }: Omit<Try<T>, "last">,
): Promise<Literals> {
  const attempt = new Attempt(scope, number);
  try {
    const { context, store } = attempt;
    return await once(given, { context, store, slot, scope });
  } finally {
    attempt.finish();
  }
}

// An error that already names a node comes from a nested node, which has had its own attempts.
function isRecoverable(cause: unknown, { path, node }: NodeRun<Tried>): boolean {
  if (errors.TASK_TIMED_OUT.is(cause)) return cause.params.node === path;
  if (coreErrors.TASK_FAILED.is(cause))
    return cause.params.node === undefined && !isNonRecoverable(cause.cause);
  return (
    coreErrors.TASK_OUTPUT_INVALID.is(cause) &&
    cause.params.task === node.target.task.name &&
    isStoringFailed(cause.cause)
  );
}

// The stream or the storage failed: what is wrong with the value itself would be wrong again.
function isStoringFailed(cause: unknown): boolean {
  if (!coreErrors.VALUE_NOT_STORED.is(cause) || cause.cause === undefined) return false;
  const { cause: reason } = cause;
  if (coreErrors.STORAGE_FAILED.is(reason)) return !isNonRecoverable(reason.cause);
  return !isFlytekitError(reason) && !isNonRecoverable(reason);
}

/** The failure, with the node that it happened in added, and with the stack frames of the author's error. */
function failureOf(cause: unknown, { path, node }: NodeRun<Tried>): unknown {
  if (!coreErrors.TASK_FAILED.is(cause) || cause.params.node !== undefined) return cause;
  const { message } = cause.params;
  const task = node.target.task.name;
  return withFramesOf(
    cause.cause,
    coreErrors.TASK_FAILED({ task, node: path, message }, { cause: cause.cause }),
  );
}
