import { coreErrors, type FlytekitError, isFlytekitError, isNonRecoverable } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { AttemptNotes } from "../events/events.js";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";
import { Attempt } from "../scope/attempt/attempt.js";
import type { AttemptParts } from "../scope/execute.js";
import { type Maybe, whenDone } from "../scope/maybe.js";
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
  attempt: AttemptParts & { readonly scope: Scope; readonly slot: TakenSlot },
) => Maybe<Literals>;

/** The result of an attempt after which another one follows. */
const AGAIN: unique symbol = Symbol("again");

/**
 * Run a node, and after a failure run it again, as often as its retries allow.
 *
 * Another attempt follows if the attempt timed out, if this node's own function or a stream that it returned threw an
 * error that is not a `NonRecoverableError`, or if a storage failed.
 */
export function runAttempts<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  once: RunOnce<T>,
): Maybe<Literals> {
  const first = attemptWithSlot({ given, scope, once, running: undefined }, 0);
  if (first instanceof Promise) return first.then((result) => (result === AGAIN ? runMore() : result));
  return first === AGAIN ? runMore() : first;

  async function runMore(): Promise<Literals> {
    for (let attempt = 1; ; attempt += 1) {
      const result = await attemptWithSlot({ given, scope, once, running: undefined }, attempt);
      if (result !== AGAIN) return result;
    }
  }
}

interface Trying<T extends Tried> {
  readonly given: NodeRun<T>;
  readonly scope: Scope;
  readonly once: RunOnce<T>;
  /** The attempt that runs, or that ran last. */
  running: Attempt | undefined;
}

type Attempted = Maybe<Literals | typeof AGAIN>;

function attemptWithSlot<T extends Tried>(trying: Trying<T>, attempt: number): Attempted {
  const { slots } = trying.scope;
  const run = (): Attempted => {
    const slot = new TakenSlot(slots);
    return whenDone(
      () => runAttempt(trying, attempt, slot),
      (result) => {
        slot.giveBack();
        return result;
      },
      (error) => {
        slot.giveBack();
        throw error;
      },
    );
  };
  return slots.takeNow() ? run() : slots.take().then(run);
}

function runAttempt<T extends Tried>(trying: Trying<T>, attempt: number, slot: TakenSlot): Attempted {
  const { given, scope } = trying;
  if (scope.isOver) throw scope.reason;
  const { clock } = scope.run;
  const start = clock.elapsed();
  trying.running = undefined;
  const told = tellStarted(given, { attempt, inputs: given.inputs }, scope);
  return whenDone(
    () =>
      told === undefined ? inTime(trying, attempt, slot) : told.then(() => inTime(trying, attempt, slot)),
    (outputs) => {
      const duration = clock.elapsed() - start;
      return withNotes(trying, outputs, (notes) => {
        const safe = tellSucceeded(given, { attempt, outputs, duration, ...notes }, scope);
        return safe === undefined ? outputs : safe.then(() => outputs);
      });
    },
    (cause) => {
      const attempts = (given.node.message.metadata?.retries?.retries ?? 0) + 1;
      const duration = clock.elapsed() - start;
      const retrying = attempt + 1 < attempts && isRecoverable(cause, given) && !scope.isOver;
      return withNotes(trying, undefined, (notes) => {
        const failed = { attempt, cause: failureOf(cause, given), duration, retrying, ...notes };
        const error = tellFailed(given, failed, scope);
        if (retrying) return AGAIN;
        throw error;
      });
    },
  );
}

/** Go on with what is noted of the attempt, when its deck is written. */
function withNotes<T extends Tried, R>(
  { running }: Trying<T>,
  outputs: Literals | undefined,
  next: (notes: AttemptNotes | undefined) => Maybe<R>,
): Maybe<R> {
  const written = running?.writeDeck(outputs);
  return written === undefined ? next(running?.notes) : written.then(() => next(running?.notes));
}

function inTime<T extends Tried>(trying: Trying<T>, attempt: number, slot: TakenSlot): Maybe<Literals> {
  const { given, scope } = trying;
  const { node, path } = given;
  const timeout = node.message.metadata?.timeout;
  if (timeout === undefined) return onceIn(trying, scope, { attempt, slot });
  const milliseconds = Number(timeout.seconds) * 1000 + timeout.nanos / 1_000_000;
  const task = node.target.task.name;
  const late = (): FlytekitError => errors.TASK_TIMED_OUT({ task, node: path, milliseconds });
  return withTimeout({ milliseconds, late }, scope, (timed) => onceIn(trying, timed, { attempt, slot }));
}

function onceIn<T extends Tried>(
  trying: Trying<T>,
  scope: Scope,
  { attempt: number, slot }: { readonly attempt: number; readonly slot: TakenSlot },
): Maybe<Literals> {
  const { given, once } = trying;
  const attempt = new Attempt(given, scope, number);
  trying.running = attempt;
  const { context, store } = attempt;
  return whenDone(
    () => once(given, { context, store, slot, scope, report: attempt }),
    (outputs) => {
      attempt.finish();
      return outputs;
    },
    (error) => {
      attempt.finish();
      throw error;
    },
  );
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
