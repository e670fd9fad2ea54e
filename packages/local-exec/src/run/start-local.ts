import type { Growing, Inputs, OutSpec, Refused, Result, Shape, Typed } from "@flytekit-ts/core";
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

/** A run that has started. It is not a promise itself, but `result` is. */
export interface LocalRun<R> {
  readonly id: string;
  /** The typed result, or the error that ended the run. */
  readonly result: Promise<R>;
  /** All events from the first on, until the run ends. May be called more than once. */
  events(): AsyncIterable<RunEvent>;
  /** End the run now. No other node starts, and the signals of running tasks fire. */
  cancel(reason?: string): void;
}

type RunArguments<I extends Shape, G> =
  {} extends Inputs<I>
    ? [inputs?: G & OnlyInputs<I, G>, options?: LocalOptions]
    : [inputs: G & OnlyInputs<I, G>, options?: LocalOptions];
// Wrapping the types in objects lets TypeScript compare them while `I` is not known: in a function that runs any entity.
type OnlyInputs<I extends Shape, G> = { readonly inputs: Inputs<I> } extends { readonly inputs: G }
  ? unknown
  : I extends Growing<{}>
    ? unknown
    : { readonly [P in Exclude<keyof G, keyof I>]: Refused<"there is no such input"> };

/**
 * Start running an entity on this machine: a task, a map, a workflow of any kind, or a launch plan.
 *
 * The run executes the compiled graph, the same message that a cluster would get. The body of the workflow does not
 * run again, values travel as literals, and independent nodes run at the same time. A launch plan runs its workflow
 * with the plan's own inputs set. A reference runs as its mock.
 *
 * @throws `RUN_INPUTS_INVALID`, `CONCURRENCY_INVALID`, `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`,
 * `MOCK_INVALID`, `MOCK_MISSING`, `GATES_INVALID` and the errors of compiling, before anything runs. `result`
 * rejects with `TASK_FAILED`, `TASK_TIMED_OUT`, `TASK_OUTPUT_INVALID`, `BRANCH_FAILED`, `CONDITION_MALFORMED`,
 * `MAP_FAILED`, `MAP_INPUTS_INVALID`, `GATE_REJECTED`, `GATE_NOT_SCRIPTED`, `RUN_ABORTED`,
 * `EVENT_LISTENER_FAILED`.
 */
export function startLocal<I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
  entity: Typed<I, O>,
  ...[given, options = {}]: RunArguments<I, G>
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
      // A caller that reads the events learns of a failure there, and need not await `result`.
      result.catch(() => {});
      return run.log.read();
    },
    cancel: (reason = "cancelled") => run.abort(reason),
  };
}

/** Run an entity on this machine and return its typed result. @see startLocal */
export async function runLocal<I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
  entity: Typed<I, O>,
  ...args: RunArguments<I, G>
): Promise<Result<O>> {
  return startLocal(entity, ...args).result;
}

function toResult({ interface: { outputs, outputStyle } }: Entity, literals: Literals): unknown {
  if (outputStyle === "void") return undefined;
  const values = fromLiterals(outputs, literals);
  // Not by name: the output of a map has the name of its target's output, which may be any name.
  return outputStyle === "bare" ? Object.values(values)[0] : values;
}
