import type * as idl from "@flytekit-ts/models/core";

/** Where an execution stands. `undefined` is one that has not been queued yet. */
export type ExecutionPhase =
  | "undefined"
  | "queued"
  | "running"
  | "succeeding"
  | "succeeded"
  | "failing"
  | "failed"
  | "aborted"
  | "timed-out"
  | "aborting";

// By the numbers of flyteidl.core.WorkflowExecution.Phase.
const PHASES: readonly ExecutionPhase[] = [
  "undefined",
  "queued",
  "running",
  "succeeding",
  "succeeded",
  "failing",
  "failed",
  "aborted",
  "timed-out",
  "aborting",
];
const ENDED: ReadonlySet<ExecutionPhase> = new Set(["succeeded", "failed", "aborted", "timed-out"]);

/** The phase in words. A number that no phase has counts as `undefined`: the execution has not ended. */
export function phaseOf(phase: idl.WorkflowExecution_Phase | undefined): ExecutionPhase {
  return PHASES[phase ?? 0] ?? "undefined";
}

/** Whether nothing changes any more. */
export function hasEnded(phase: ExecutionPhase): boolean {
  return ENDED.has(phase);
}
