import type { Callable, Inputs, OutSpec, Result, Shape } from "@flytekit-ts/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { fromLiterals } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { assertRunnable } from "../given/assert-runnable.js";
import { toRunInputs } from "../given/run-inputs.js";
import { toMocks } from "../mocks/mocks.js";
import type { RunEvent } from "../scope/events.js";
import { Executing } from "./executing.js";
import { concurrencyOf, type LocalOptions } from "./options.js";
import { runnableOf } from "./runnable.js";

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
 * Start running an entity on this machine: a task, a map, a workflow of any kind, a launch plan.
 *
 * What runs is the compiled graph, the very message that a cluster would be given: a body is not run again,
 * values travel as literals, and all that may run at the same time does. A launch plan runs its workflow, with
 * its own inputs set; a reference runs as its mock.
 *
 * @throws `RUN_INPUTS_INVALID`, `CONCURRENCY_INVALID`, `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`,
 * `MOCK_INVALID`, `MOCK_MISSING`, `GATES_INVALID` and what compiling throws, before anything runs. `result`
 * rejects with `TASK_FAILED`, `TASK_TIMED_OUT`, `TASK_OUTPUT_INVALID`, `BRANCH_FAILED`, `CONDITION_MALFORMED`,
 * `MAP_FAILED`, `MAP_INPUTS_INVALID`, `GATE_REJECTED`, `GATE_NOT_SCRIPTED`, `RUN_ABORTED`,
 * `EVENT_LISTENER_FAILED`.
 */
export function startLocal<I extends Shape, O extends OutSpec>(
  entity: Callable<I, O>,
  ...[given, options = {}]: RunArguments<I>
): LocalRun<Result<O>> {
  const mocks = toMocks(options.mocks);
  const { plan, fixedInputs } = runnableOf(entity, mocks);
  const gates = assertRunnable(plan, options.gates, entity.name);
  const concurrency = concurrencyOf(options);
  const inputs = new Map([...toRunInputs(entity, given ?? {}), ...fixedInputs]);
  const id = crypto.randomUUID();
  const run = new Executing({ id, entity, plan, inputs, concurrency, gates, mocks, options });
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

/** Run an entity on this machine and give its typed result. @see startLocal */
export async function runLocal<I extends Shape, O extends OutSpec>(
  entity: Callable<I, O>,
  ...args: RunArguments<I>
): Promise<Result<O>> {
  return startLocal(entity, ...args).result;
}

function toResult({ interface: { outputs, outputStyle } }: Entity, literals: Literals): unknown {
  if (outputStyle === "void") return undefined;
  const values = fromLiterals(outputs, literals);
  // Not by name: a map has the one output of its target, whatever that is called.
  return outputStyle === "bare" ? Object.values(values)[0] : values;
}
