import type { Callable, Inputs, OutSpec, Result, Shape } from "@flytekit-ts/core";
import { BARE_OUTPUT, type Entity, fromLiterals, type Literals } from "@flytekit-ts/core/plugin";
import { runnableOf } from "./compile-entity.js";
import type { RunEvent } from "./events.js";
import { Executing } from "./executing.js";
import { concurrencyOf, type LocalOptions } from "./options.js";
import { toRunInputs } from "./run-inputs.js";

/** A run that is under way. It is not a promise itself; `result` is. */
export interface LocalRun<R> {
  readonly id: string;
  /** The typed result, or the error that ended the run. */
  readonly result: Promise<R>;
  /** Every event from the first on, ending with the run; may be asked for more than once. */
  events(): AsyncIterable<RunEvent>;
  /** End the run now. What has not started does not start, and the signal of what runs fires. */
  cancel(reason?: string): void;
}

type RunArguments<I extends Shape> =
  {} extends Inputs<I>
    ? [inputs?: Inputs<I>, options?: LocalOptions]
    : [inputs: Inputs<I>, options?: LocalOptions];

/**
 * Start running a task or workflow on this machine.
 *
 * What runs is the compiled graph, the very message that a cluster would be given: a body is not run again,
 * values travel as literals, and all that may run at the same time does.
 *
 * @throws `RUN_INPUTS_INVALID`, `CONCURRENCY_INVALID`, `ENTITY_NOT_RUNNABLE` and what compiling throws,
 * before anything runs. `result` rejects with `TASK_FAILED`, `TASK_TIMED_OUT`, `TASK_OUTPUT_INVALID`,
 * `RUN_ABORTED`, `EVENT_LISTENER_FAILED`.
 */
export function startLocal<I extends Shape, O extends OutSpec>(
  entity: Callable<I, O>,
  ...[given, options = {}]: RunArguments<I>
): LocalRun<Result<O>> {
  const { plan, policy } = runnableOf(entity);
  const concurrency = concurrencyOf(options);
  const inputs = toRunInputs(entity, given ?? {});
  const id = crypto.randomUUID();
  const run = new Executing({ id, entity, plan, policy, inputs, concurrency, options });
  const result = run.outputs.then((literals) => toResult(entity, literals) as Result<O>);
  return {
    id,
    result,
    events() {
      // Who reads the events learns of a failure there; the result may then go unawaited.
      result.catch(() => {});
      return run.log.read();
    },
    cancel: (reason = "cancelled") => run.abort(reason),
  };
}

/** Run a task or workflow on this machine and give its typed result. @see startLocal */
export async function runLocal<I extends Shape, O extends OutSpec>(
  entity: Callable<I, O>,
  ...args: RunArguments<I>
): Promise<Result<O>> {
  return startLocal(entity, ...args).result;
}

function toResult({ interface: { outputs, outputStyle } }: Entity, literals: Literals): unknown {
  if (outputStyle === "void") return undefined;
  const values = fromLiterals(outputs, literals);
  return outputStyle === "bare" ? values[BARE_OUTPUT] : values;
}
