import { EventFailureReason } from "@flytekit-ts/models/admin";
import { detailOf, type Refusal, refused } from "../serving/refusal.js";

const DEFAULT_PRODUCER = "propeller";

/** The refusal of a change of what has ended. @param phase the one that the detail names */
export function ended(message: string, phase: string): Refusal {
  const reason = { $case: "alreadyInTerminalState", value: { currentPhase: phase } } as const;
  return refused.precondition(message, detailOf(EventFailureReason, { reason }));
}

/** @throws Refusal FAILED_PRECONDITION if an event comes from another cluster than its execution runs on */
export function assertCluster(recorded: string, producer: string): void {
  if (isDefaultProducer(producer) || producer === recorded) return;
  const reason = { $case: "incompatibleCluster", value: { cluster: producer } } as const;
  throw refused.precondition(
    `Cluster/producer from event [${producer}] does not match existing workflow execution clusterInDB: [${recorded}]`,
    detailOf(EventFailureReason, { reason }),
  );
}

/** Whether an event names no cluster: engines of old gave all the same name. */
export function isDefaultProducer(producer: string): boolean {
  return producer === "" || producer === DEFAULT_PRODUCER;
}
