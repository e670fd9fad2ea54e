import type { TaskContext } from "@flytekit-ts/core";
import { coreErrors, type FlytekitError, isNonRecoverable } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { TakenSlot } from "../scope/slots.js";
import { aboutNode, tellFailed } from "../scope/tell.js";
import { withTimeout } from "./with-timeout.js";

type Tried = TaskTarget | DynamicTarget;

/** Runs a node once. Work after it has given its slot back does not count as a running task. */
export type RunOnce<T extends Tried> = (
  given: NodeRun<T>,
  attempt: { readonly context: TaskContext; readonly slot: TakenSlot; readonly scope: Scope },
) => Promise<Literals>;

/**
 * Run a node, and after a failure run it again, as often as its retries allow.
 *
 * Another attempt follows if the attempt timed out, or if this node's own function threw an error that is not a
 * `NonRecoverableError`.
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

interface Attempt<T extends Tried> {
  readonly attempt: number;
  readonly last: boolean;
  readonly slot: TakenSlot;
  readonly once: RunOnce<T>;
}

async function runAttempt<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  { attempt, last, slot, once }: Attempt<T>,
): Promise<Literals | undefined> {
  if (scope.isOver) throw scope.signal.reason;
  const about = aboutNode(given, attempt);
  scope.tell({ kind: "node-started", ...about, inputs: given.inputs });
  const start = performance.now();
  try {
    const outputs = await inTime(given, scope, { attempt, slot, once });
    scope.tell({ kind: "node-succeeded", ...about, duration: performance.now() - start });
    return outputs;
  } catch (cause) {
    const duration = performance.now() - start;
    const retrying = !last && isRecoverable(cause, given.path) && !scope.isOver;
    const error = tellFailed(about, { cause: failureOf(cause, given), duration, retrying }, scope);
    if (retrying) return undefined;
    throw error;
  }
}

function inTime<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  { attempt, slot, once }: Omit<Attempt<T>, "last">,
): Promise<Literals> {
  const { run, signal } = scope;
  const { id: executionId, logger } = run;
  const { node, path } = given;
  const timeout = node.message.metadata?.timeout;
  if (timeout === undefined) {
    return once(given, { context: { signal, logger, executionId, attempt }, slot, scope });
  }
  const milliseconds = Number(timeout.seconds) * 1000 + timeout.nanos / 1_000_000;
  const task = node.target.task.name;
  const late = (): FlytekitError => errors.TASK_TIMED_OUT({ task, node: path, milliseconds });
  return withTimeout({ milliseconds, late, outer: signal }, (inner) =>
    once(given, { context: { signal: inner, logger, executionId, attempt }, slot, scope }),
  );
}

// An error that already names a node comes from a nested node, which has had its own attempts.
function isRecoverable(cause: unknown, path: string): boolean {
  if (errors.TASK_TIMED_OUT.is(cause)) return cause.params.node === path;
  return (
    coreErrors.TASK_FAILED.is(cause) && cause.params.node === undefined && !isNonRecoverable(cause.cause)
  );
}

/** The failure, with the node that it happened in added, and with the stack frames of the author's error. */
function failureOf(cause: unknown, { path, node }: NodeRun<Tried>): unknown {
  if (!coreErrors.TASK_FAILED.is(cause) || cause.params.node !== undefined) return cause;
  const { message } = cause.params;
  const task = node.target.task.name;
  const error = coreErrors.TASK_FAILED({ task, node: path, message }, { cause: cause.cause });
  const frames = framesOf(cause.cause);
  if (frames !== "") error.stack = `${error.name}: ${error.message}\n${frames}`;
  return error;
}

function framesOf(error: unknown): string {
  const stack: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "stack") : undefined;
  if (typeof stack !== "string") return "";
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
