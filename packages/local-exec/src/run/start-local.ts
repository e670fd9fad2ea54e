import type { Inputs, OutSpec, Result, Shape, Typed } from "@flytekit-ts/core";
import type { EntityArguments } from "@flytekit-ts/core/graph";
import { EventLog } from "../events/event-log.js";
import type { RunEvent } from "../events/events.js";
import type { PendingGate } from "../gates/pending-gate.js";
import { approveGate, failGate, setGateInput } from "../gates/run-gates.js";
import { execute, toResult } from "./execute.js";
import type { Executing } from "./executing.js";
import type { LocalOptions } from "./options.js";

/** A run that has started. It is not a promise itself, but `result` is. */
export interface LocalRun<R> {
  readonly id: string;
  /**
   * The typed result, or the error that ended the run. It may be awaited at any time, or never: a failure that nobody
   * awaits does not end the process, so await the result or read the events to learn of it.
   */
  readonly result: Promise<R>;
  /** All events from the first on, until the run ends. May be called more than once, also after the run. */
  events(): AsyncIterable<RunEvent>;
  /** The gates that wait for an answer, in the order in which they were reached. */
  pending(): readonly PendingGate[];
  /**
   * Approve what a gate of the run waits for, or refuse it. The gate is given by the name of its signal, or by the path
   * of its node if gates of several executions wait under that name. It may not have been reached yet.
   *
   * @throws `GATE_UNKNOWN`, `GATE_CLOSED`, `GATE_ANSWER_INVALID`
   */
  approve(gate: string, approved?: boolean): void;
  /**
   * Give a gate of the run the value that it waits for. The value is checked against the type of the gate, and what it
   * holds is stored like an input of the run. Rejects with the errors of `approve`, and then the gate still waits.
   */
  setInput(gate: string, value: unknown): Promise<void>;
  /**
   * Let a gate that waits fail at once, because nobody is there to answer it. It is not tried again.
   *
   * @throws `GATE_UNKNOWN`, `GATE_CLOSED`, `GATE_ANSWER_INVALID`
   */
  failGate(gate: string, error: unknown): void;
  /** End the run now. No other node starts, and the signals of running tasks fire. */
  cancel(reason?: string): void;
}

/**
 * Start running an entity on this machine: a task, a map, a workflow of any kind, or a launch plan.
 *
 * The run executes the compiled graph, the same message that a cluster would get. The body of the workflow does not
 * run again, values travel as literals, and independent nodes run at the same time. A launch plan runs its workflow
 * with the plan's own inputs set. A reference runs as its mock.
 *
 * @throws `RUN_INPUTS_INVALID`, `CONCURRENCY_INVALID`, `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`,
 * `MOCK_INVALID`, `MOCK_MISSING`, `GATES_INVALID`, `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`,
 * `VERSIONS_MIXED` and the errors of compiling, before anything runs. `result`
 * rejects with `TASK_FAILED`, `TASK_TIMED_OUT`, `TASK_OUTPUT_INVALID`, `BRANCH_FAILED`, `CONDITION_MALFORMED`,
 * `MAP_FAILED`, `MAP_INPUTS_INVALID`, `GATE_REJECTED`, `GATE_NOT_SCRIPTED`, `GATE_TIMED_OUT`, `RUN_ABORTED`,
 * `EVENT_LISTENER_FAILED`.
 */
export function startLocal<I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
  entity: Typed<I, O>,
  ...[given, options]: EntityArguments<I, G, LocalOptions>
): LocalRun<Result<O>> {
  const log = new EventLog();
  return localRun(entity, execute(entity, { given, options, callee: startLocal, log }), log);
}

/** A run that is under way, for its author. */
export function localRun<O extends OutSpec>(
  entity: Typed<Shape, O>,
  run: Executing,
  log: EventLog,
): LocalRun<Result<O>> {
  const result = run.outputs.then(
    async (literals) => (await toResult(entity, literals, run.store)) as Result<O>,
  );
  // The caller has the run, not this promise, and may look at it when the run is over or not at all: after `cancel()`,
  // or where the events tell enough. Node would end the process before.
  result.catch(() => {});
  return {
    id: run.id,
    result,
    events: () => log.read(),
    pending: () => run.gates.open?.pending ?? [],
    approve: (gate, approved = true) => approveGate(run.gates, gate, approved),
    setInput: (id, value) => setGateInput(run.gates, { id, value, store: run.store }),
    failGate: (gate, error) => failGate(run.gates, gate, error),
    cancel: (reason = "cancelled") => run.abort(reason),
  };
}

/**
 * Run an entity on this machine and return its typed result. It keeps no events: pass `onEvent` to see them.
 *
 * @see startLocal
 */
export async function runLocal<I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
  entity: Typed<I, O>,
  ...[given, options]: EntityArguments<I, G, LocalOptions>
): Promise<Result<O>> {
  const { outputs, store } = execute(entity, { given, options, callee: runLocal, log: undefined });
  return (await toResult(entity, await outputs, store)) as Result<O>;
}
