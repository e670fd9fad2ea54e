import { types } from "node:util";
import { coreErrors, describeValue, isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Clock } from "../clock/clock.js";
import type { Mock } from "../mocks/mock.js";
import type { TaskTarget } from "../plan/plan.js";
import type { Execute } from "../scope/execute.js";
import type { Interceptor, WatchedMock } from "../scope/interceptor.js";
import { type Maybe, whenDone } from "../scope/maybe.js";
import type { NodeRun } from "../scope/node-run.js";

/** What is around the executions of the tasks of a run. */
export interface AroundTasks {
  readonly runId: string;
  readonly clock: Clock;
  readonly interceptors: readonly Interceptor[];
  readonly mocks: readonly Mock[];
  /** Whether some tasks run in workers. */
  readonly isIsolated: boolean;
}

/** How a run executes a task. Without interceptors and on the clock of the machine it is the given way itself. */
export function runExecute(execute: Execute, around: AroundTasks): Execute {
  const { clock, interceptors, mocks, isIsolated } = around;
  const timed =
    clock.during === undefined ? execute : standingStill(execute, clock.during.bind(clock), isIsolated);
  const watched = mocks.filter(isWatched);
  const mocked = watched.length === 0 ? timed : whereMocked(timed, watched, around);
  return interceptors.reduceRight<Execute>(
    (inner, interceptor) => intercepted(inner, interceptor, around),
    mocked,
  );
}

/** A run has otherwise succeeded: its interceptors and mocks may still fail it. */
export function finishRun({ runId, interceptors, mocks }: AroundTasks): void {
  for (const { finished } of interceptors) finished?.(runId);
  for (const { interceptor } of mocks.filter(isWatched)) interceptor.finished?.(runId);
}

function isWatched(mock: Mock): mock is WatchedMock {
  return "interceptor" in mock;
}

function standingStill(execute: Execute, during: NonNullable<Clock["during"]>, isIsolated: boolean): Execute {
  return (given, attempt) =>
    during(
      () => execute(given, attempt),
      (ended) => attempt.scope.onEnd(ended),
      isIsolated,
    );
}

function whereMocked(execute: Execute, watched: readonly WatchedMock[], around: AroundTasks): Execute {
  const known = new Map<unknown, Interceptor>(watched.map(({ fn, interceptor }) => [fn, interceptor]));
  return (given, attempt) => {
    const interceptor = known.get(given.node.target.task.fn);
    if (interceptor === undefined) return execute(given, attempt);
    return intercepted(execute, interceptor, around)(given, attempt);
  };
}

function intercepted(execute: Execute, interceptor: Interceptor, { runId, clock }: AroundTasks): Execute {
  return (given, parts) => {
    const { node, path, item, inputs } = given;
    const { context } = parts;
    const { attempt } = context;
    const task = node.target.task.name;
    const about = { runId, node: path, entity: node.entity, item, attempt, inputs, context, clock };
    return whenDone<Literals, Literals>(
      () => native(interceptor(about, () => execute(given, parts))),
      (outputs) => checked(outputs, given),
      (cause) => {
        // It is thrown in place of the task, so it counts as an error of the task.
        throw isFlytekitError(cause)
          ? cause
          : coreErrors.TASK_FAILED({ task, message: textOf(cause) }, { cause });
      },
    );
  };
}

// Only native promises are waited for in a run.
function native(result: unknown): Maybe<Literals> {
  const isThenable = typeof result === "object" && result !== null && "then" in result;
  return (isThenable && !(result instanceof Promise) ? Promise.resolve(result) : result) as Maybe<Literals>;
}

/** Outputs of an interceptor, which may have returned anything. */
function checked(outputs: unknown, { node: { target } }: NodeRun<TaskTarget>): Literals {
  const { name: task, interface: declared } = target.task;
  const isWhole = types.isMap(outputs) && [...declared.outputs.keys()].every((name) => outputs.has(name));
  if (isWhole) return outputs as Literals;
  const given = types.isMap(outputs) ? "a map without all of them" : describeValue(outputs);
  const message = `An interceptor of the run returned ${given} instead of the outputs of the task.`;
  throw coreErrors.TASK_FAILED({ task, message });
}
