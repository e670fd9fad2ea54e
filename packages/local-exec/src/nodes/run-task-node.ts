import {
  coreErrors,
  executeTask,
  type FlytekitError,
  isNonRecoverable,
  type Literals,
  type TaskEntity,
} from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import type { PlannedNode } from "../run/plan.js";
import type { RunState } from "../run/run-state.js";
import { toFlytekitError } from "../run/to-flytekit-error.js";
import { withTimeout } from "./with-timeout.js";

/** A task node of a run: where it is, and what it is given. */
export interface TaskNode {
  readonly node: PlannedNode;
  readonly task: TaskEntity;
  /** The node's id behind those of the workflow nodes around it. */
  readonly path: string;
  readonly inputs: Literals;
}

/**
 * Run a task node, again after a failure as often as its retries allow.
 *
 * An error is worth another attempt if the task threw it and it is not a `NonRecoverableError`.
 */
export async function runTaskNode(given: TaskNode, state: RunState): Promise<Literals> {
  const attempts = (given.node.message.metadata?.retries?.retries ?? 0) + 1;
  for (let attempt = 0; ; attempt += 1) {
    await state.slots.take();
    try {
      const result = await runAttempt(given, state, { attempt, last: attempt + 1 >= attempts });
      if (result !== undefined) return result;
    } finally {
      state.slots.giveBack();
    }
  }
}

interface Attempt {
  readonly attempt: number;
  readonly last: boolean;
}

async function runAttempt(
  given: TaskNode,
  state: RunState,
  { attempt, last }: Attempt,
): Promise<Literals | undefined> {
  if (state.isOver) throw state.signal.reason;
  const about = { node: given.path, name: nameOf(given), entity: given.task.name, attempt };
  state.tell({ kind: "node-started", ...about });
  const start = performance.now();
  try {
    const outputs = await execute(given, state, attempt);
    state.tell({ kind: "node-succeeded", ...about, duration: performance.now() - start });
    return outputs;
  } catch (cause) {
    const error = failureOf(cause, given);
    const retrying = !last && isRecoverable(error) && !state.isOver;
    state.tell({ kind: "node-failed", ...about, duration: performance.now() - start, error, retrying });
    if (retrying) return undefined;
    throw error;
  }
}

function nameOf({ node, task }: TaskNode): string {
  return node.message.metadata?.name ?? task.name;
}

async function execute(
  { node, task, inputs, path }: TaskNode,
  state: RunState,
  attempt: number,
): Promise<Literals> {
  const { id: executionId, logger, signal } = state;
  const timeout = node.message.metadata?.timeout;
  if (timeout === undefined) return executeTask(task, inputs, { signal, logger, executionId, attempt });
  const milliseconds = Number(timeout.seconds) * 1000 + timeout.nanos / 1_000_000;
  const late = (): FlytekitError => errors.TASK_TIMED_OUT({ task: task.name, node: path, milliseconds });
  return withTimeout({ milliseconds, late, outer: signal }, (inner) =>
    executeTask(task, inputs, { signal: inner, logger, executionId, attempt }),
  );
}

function isRecoverable(error: FlytekitError): boolean {
  if (errors.TASK_TIMED_OUT.is(error)) return true;
  return coreErrors.TASK_FAILED.is(error) && !isNonRecoverable(error.cause);
}

/** The failure with the node it happened in, and the author's own frames as its stack. */
function failureOf(cause: unknown, { path, task }: TaskNode): FlytekitError {
  if (!coreErrors.TASK_FAILED.is(cause)) return toFlytekitError(cause);
  const { message } = cause.params;
  const error = coreErrors.TASK_FAILED({ task: task.name, node: path, message }, { cause: cause.cause });
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
