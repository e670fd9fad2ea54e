import { toLiterals } from "@flytekit-ts/core/literals";
import type { Entity, ExecutionId } from "@flytekit-ts/core";
import type { LiteralType } from "@flytekit-ts/models/core";
import { WorkflowExecution_Phase } from "@flytekit-ts/models/core";
import type { Connection } from "../../src/connection/connection.js";

/** How an execution ends, as propeller would tell it. */
export type Ending =
  | { readonly phase: "SUCCEEDED"; readonly of: Entity; readonly outputs: Readonly<Record<string, unknown>> }
  | {
      readonly phase: "FAILED" | "ABORTED" | "TIMED_OUT";
      readonly code: string;
      readonly message: string;
      readonly kind: 0 | 1 | 2;
    };

/** Tells flyteadmin in propeller's place that an execution runs. */
export async function tellRunning(connection: Connection, id: ExecutionId): Promise<void> {
  for (const phase of ["QUEUED", "RUNNING"] as const) await tell(connection, id, { phase });
}

/** Tells flyteadmin in propeller's place that an execution has ended. */
export async function tellEnd(connection: Connection, id: ExecutionId, ending: Ending): Promise<void> {
  if (ending.phase === "SUCCEEDED") {
    const literals = toLiterals(ending.of.interface.outputs, ending.outputs);
    await tell(connection, id, { phase: "SUCCEEDING" });
    const outputResult = { $case: "outputData", value: { literals } } as const;
    return tell(connection, id, { phase: "SUCCEEDED", outputResult });
  }
  const { phase, code, message, kind } = ending;
  const value = { code, message, errorUri: "", kind, timestamp: undefined, worker: "" };
  if (phase === "FAILED") await tell(connection, id, { phase: "FAILING" });
  return tell(connection, id, { phase, outputResult: { $case: "error", value } });
}

type Told = Parameters<Connection["admin"]["createWorkflowEvent"]>[0]["event"];

async function tell(
  { admin }: Connection,
  id: ExecutionId,
  {
    phase,
    outputResult,
  }: {
    readonly phase: keyof typeof WorkflowExecution_Phase;
    readonly outputResult?: NonNullable<Told>["outputResult"];
  },
): Promise<void> {
  const executionId = { ...id, org: "" };
  const occurredAt = { seconds: BigInt(Math.floor(Date.now() / 1000)), nanos: 0 };
  const event = {
    executionId,
    producerId: "propeller",
    phase: WorkflowExecution_Phase[phase],
    occurredAt,
    outputResult,
  };
  await admin.createWorkflowEvent({ requestId: `${id.name}-${phase}`, event });
}

/** Makes a signal in propeller's place, as it does when it reaches the node. */
export async function reachSignal(
  { signals }: Connection,
  executionId: ExecutionId,
  { signalId, type }: { readonly signalId: string; readonly type: LiteralType },
): Promise<void> {
  await signals.getOrCreateSignal({ id: { signalId, executionId: { ...executionId, org: "" } }, type });
}
