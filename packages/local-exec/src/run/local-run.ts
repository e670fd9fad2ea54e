import type { RunEvent } from "../events/events.js";
import type { PendingGate } from "../gates/pending-gate.js";

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
  /** End the run now. No other node starts, and the signals of running tasks fire. */
  cancel(reason?: string): void;
}
