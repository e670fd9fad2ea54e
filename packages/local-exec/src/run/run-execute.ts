import { coreErrors, isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Clock } from "../clock/clock.js";
import type { Execute } from "../scope/execute.js";
import type { Interceptor } from "../scope/interceptor.js";
import { whenDone } from "../scope/maybe.js";

/** What is around the executions of the tasks of a run. */
export interface AroundTasks {
  readonly runId: string;
  readonly clock: Clock;
  readonly interceptors: readonly Interceptor[];
}

/** How a run executes a task. Without interceptors and on the clock of the machine it is the given way itself. */
export function runExecute(execute: Execute, { runId, clock, interceptors }: AroundTasks): Execute {
  const timed = clock.during === undefined ? execute : standingStill(execute, clock.during.bind(clock));
  return interceptors.reduceRight<Execute>(
    (inner, interceptor) => intercepted(inner, interceptor, runId),
    timed,
  );
}

function standingStill(execute: Execute, during: NonNullable<Clock["during"]>): Execute {
  return (given, attempt) =>
    during(
      () => execute(given, attempt),
      (ended) => attempt.scope.onEnd(ended),
    );
}

function intercepted(execute: Execute, interceptor: Interceptor, runId: string): Execute {
  return (given, parts) => {
    const { node, path, item, inputs } = given;
    const { attempt } = parts.context;
    const task = node.target.task.name;
    const about = { runId, node: path, entity: node.entity, item, attempt, inputs };
    return whenDone<Literals, Literals>(
      () => interceptor(about, () => execute(given, parts)),
      (outputs) => outputs,
      (cause) => {
        // It is thrown in place of the task, so it counts as an error of the task.
        throw isFlytekitError(cause)
          ? cause
          : coreErrors.TASK_FAILED({ task, message: textOf(cause) }, { cause });
      },
    );
  };
}
