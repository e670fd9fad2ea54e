import type { Literal, WorkflowExecutionIdentifier } from "@flytekit-ts/models/core";
import type { Awaited } from "@flytekit-ts/propeller";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionKey } from "../executions/tables.js";
import { signalKey, type SignalRow, signals } from "../signals/tables.js";

/** What a gate of an execution waits for. */
export interface Gate extends Omit<Awaited, "id"> {
  readonly id: WorkflowExecutionIdentifier;
  readonly signalId: string;
}

/** The answer to a gate: the signal is there from now on, and the gate waits until somebody sets it. */
export async function answerOf(
  { state, clock, watchers }: ExecutionBackend,
  { id: executionId, signalId, type }: Gate,
  signal: AbortSignal,
): Promise<Literal> {
  const table = state.table(signals);
  const id = { signalId, executionId };
  const at = clock.timestamp();
  const row: SignalRow = table.get(signalKey(id)) ?? {
    id,
    type,
    value: undefined,
    createdAt: at,
    updatedAt: at,
  };
  if (table.get(signalKey(id)) === undefined) table.insert(signalKey(id), row);
  if (row.value !== undefined) return row.value;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const done = watchers.add({
      onSignal: (set) => {
        const value = table.get(signalKey(id))?.value;
        if (executionKey(set) !== executionKey(executionId) || value === undefined) return;
        done();
        resolve(value);
      },
    });
    signal.addEventListener(
      "abort",
      () => {
        done();
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
