import type * as idl from "@flytekit-ts/models/core";

// Beside those that core has. The type checker holds every number to the generated one.

/** Resources that a container may name beside those that authors can set. */
export const OtherResource = { STORAGE: 4 } as const satisfies Partial<typeof idl.Resources_ResourceName>;

/** Phases in which an execution ends. */
export const FinalPhase = {
  SUCCEEDED: 4,
  FAILED: 6,
  ABORTED: 7,
  TIMED_OUT: 8,
} as const satisfies Partial<typeof idl.WorkflowExecution_Phase>;
