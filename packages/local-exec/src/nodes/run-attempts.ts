import { coreErrors, type FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { AttemptNotes } from "../events/events.js";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";
import { Attempt } from "../scope/attempt/attempt.js";
import type { AttemptParts } from "../scope/execute.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { TakenSlot } from "../scope/slots.js";
import { tellFailed, tellStarted, tellSucceeded } from "../scope/tell.js";
import { Again, Budget, followedBy } from "./attempts/budget.js";
import { retriesOf, verdictOn } from "./attempts/verdict-on.js";
import { hasFrames, withFramesOf } from "./attempts/with-frames-of.js";
import { timeoutOf, withTimeout } from "./attempts/with-timeout.js";

type Tried = TaskTarget | DynamicTarget;

/** Runs a node once. Work after it has given its slot back does not count as a running task. */
export type RunOnce<T extends Tried> = (
  given: NodeRun<T>,
  attempt: AttemptParts & { readonly scope: Scope; readonly slot: TakenSlot },
) => Maybe<Literals>;

/**
 * Run a node, and after a failure run it again, as often as its retries allow.
 *
 * Another attempt follows if the attempt timed out, if its process was lost, or if the task says that the error is
 * recoverable. It gets a slot anew: nobody holds one during the back-off.
 */
export function runAttempts<T extends Tried>(
  given: NodeRun<T>,
  scope: Scope,
  once: RunOnce<T>,
): Maybe<Literals> {
  const trying: Trying<T> = { given, scope, once, running: undefined, budget: undefined };
  // Attempts that failed before the run was resumed count.
  const before = scope.run.history?.attemptsOf(given.path) ?? 0;
  if (before > 0) trying.budget = new Budget(retriesOf(given.node) - before, scope);
  const first = attemptWithSlot(trying, before);
  if (first instanceof Promise)
    return first.then((result) => (result instanceof Again ? runMore(trying, result, before) : result));
  return first instanceof Again ? runMore(trying, first, before) : first;
}

async function runMore<T extends Tried>(trying: Trying<T>, first: Again, before: number): Promise<Literals> {
  let again = first;
  for (let attempt = before + 1; ; attempt += 1) {
    await again.until(trying.scope);
    const result = await attemptWithSlot(trying, attempt);
    if (!(result instanceof Again)) return result;
    again = result;
  }
}

interface Trying<T extends Tried> {
  readonly given: NodeRun<T>;
  readonly scope: Scope;
  readonly once: RunOnce<T>;
  /** The attempt that runs, or that ran last. */
  running: Attempt | undefined;
  /** Made at the first failure. */
  budget: Budget | undefined;
}

type Attempted = Maybe<Literals | Again>;

// In this file, what waits is apart from what does not: an attempt that ends at once makes no closures. They were half of
// what it left to the garbage collector.
function attemptWithSlot<T extends Tried>(trying: Trying<T>, attempt: number): Attempted {
  return trying.scope.slots.takeNow() ? inSlot(trying, attempt) : takingSlot(trying, attempt);
}

function takingSlot<T extends Tried>(trying: Trying<T>, attempt: number): Attempted {
  return trying.scope.slots.take().then(() => inSlot(trying, attempt));
}

function inSlot<T extends Tried>(trying: Trying<T>, attempt: number): Attempted {
  const slot = new TakenSlot(trying.scope.slots);
  let result: Attempted;
  try {
    result = runAttempt(trying, attempt, slot);
  } catch (error) {
    slot.giveBack();
    throw error;
  }
  if (result instanceof Promise) return givingBack(slot, result);
  slot.giveBack();
  return result;
}

function givingBack<R>(slot: TakenSlot, result: Promise<R>): Promise<R> {
  return inTheEnd(result, () => slot.giveBack());
}

// Not `finally`, which takes two turns more: the next task would have the slot before anyone learns of a failure.
function inTheEnd<R>(result: Promise<R>, end: () => void): Promise<R> {
  return result.then(
    (given) => {
      end();
      return given;
    },
    (error: unknown) => {
      end();
      throw error;
    },
  );
}

function runAttempt<T extends Tried>(trying: Trying<T>, attempt: number, slot: TakenSlot): Attempted {
  const { given, scope } = trying;
  if (scope.isOver) throw scope.reason;
  const start = elapsedIn(scope);
  trying.running = undefined;
  const told = tellStarted(given, { attempt, inputs: given.inputs }, scope);
  let outputs: Maybe<Literals>;
  try {
    outputs = told === undefined ? inTime(trying, attempt, slot) : toldFirst(told, trying, attempt, slot);
  } catch (cause) {
    return failedAttempt(trying, { attempt, cause, start });
  }
  if (outputs instanceof Promise) return awaited(outputs, trying, { attempt, start });
  return succeededAttempt(trying, { attempt, outputs, start });
}

function toldFirst<T extends Tried>(
  told: Promise<void>,
  trying: Trying<T>,
  attempt: number,
  slot: TakenSlot,
): Promise<Literals> {
  return told.then(() => inTime(trying, attempt, slot));
}

function awaited<T extends Tried>(
  outputs: Promise<Literals>,
  trying: Trying<T>,
  begun: Begun,
): Promise<Literals | Again> {
  return outputs.then(
    (given) => succeededAttempt(trying, { ...begun, outputs: given }),
    (cause: unknown) => failedAttempt(trying, { ...begun, cause }),
  );
}

// Only events have durations, and reading the clock twice is a twentieth of a small task.
function elapsedIn({ isHeard, run }: Scope): number {
  return isHeard ? run.clock.elapsed() : 0;
}

interface Begun {
  readonly attempt: number;
  readonly start: number;
}

interface Success extends Begun {
  readonly outputs: Literals;
}

function succeededAttempt<T extends Tried>(trying: Trying<T>, success: Success): Maybe<Literals> {
  const duration = elapsedIn(trying.scope) - success.start;
  const written = trying.running?.writeDeck(success.outputs);
  return written === undefined
    ? tellOutputs(trying, success, duration)
    : written.then(() => tellOutputs(trying, success, duration));
}

function tellOutputs<T extends Tried>(
  { given, scope, running }: Trying<T>,
  { attempt, outputs }: Success,
  duration: number,
): Maybe<Literals> {
  if (!scope.isHeard) return outputs;
  const safe = tellSucceeded(given, { attempt, outputs, duration, ...running?.notes }, scope);
  return safe === undefined ? outputs : safe.then(() => outputs);
}

interface Failure extends Begun {
  readonly cause: unknown;
}

function failedAttempt<T extends Tried>(
  trying: Trying<T>,
  { attempt, cause: given, start }: Failure,
): Maybe<Again> {
  const { scope } = trying;
  const duration = elapsedIn(scope) - start;
  trying.budget ??= new Budget(retriesOf(trying.given.node), scope);
  let cause = given;
  let again: Again | undefined;
  try {
    again = trying.budget.take(verdictOn(cause, trying.given, scope));
  } catch (error) {
    // The author's rule about errors failed.
    cause = error;
  }
  return withNotes(trying, undefined, (notes) => {
    const failed = {
      attempt,
      cause: failureOf(cause, trying.given),
      duration,
      ...followedBy(again),
      ...notes,
    };
    const error = tellFailed(trying.given, failed, scope);
    if (again !== undefined) return again;
    throw error;
  });
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
  const milliseconds = timeoutOf(node);
  if (milliseconds === undefined) return onceIn(trying, scope, { attempt, slot });
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
  let outputs: Maybe<Literals>;
  try {
    outputs = once(given, { context, store, slot, scope, report: attempt });
  } catch (error) {
    attempt.finish();
    throw error;
  }
  if (outputs instanceof Promise) return finishing(attempt, outputs);
  attempt.finish();
  return outputs;
}

function finishing<R>(attempt: Attempt, outputs: Promise<R>): Promise<R> {
  return inTheEnd(outputs, () => attempt.finish());
}

/**
 * The failure, with the node that it happened in added, and with the stack frames of the author's error. What was thrown
 * without any, such as `throw 5`, is placed at the task: nobody knows the line.
 */
function failureOf(cause: unknown, { path, node }: NodeRun<Tried>): unknown {
  if (coreErrors.RETRY_RULE_FAILED.is(cause))
    return coreErrors.RETRY_RULE_FAILED({ ...cause.params, node: path }, { cause: cause.cause });
  if (!coreErrors.TASK_FAILED.is(cause) || cause.params.node !== undefined) return cause;
  const { message } = cause.params;
  const { name: task, definedAt } = node.target.task;
  const { cause: thrown } = cause;
  const location = hasFrames(thrown) ? undefined : definedAt.location;
  return withFramesOf(
    thrown,
    coreErrors.TASK_FAILED({ task, node: path, message }, { cause: thrown, location }),
  );
}
