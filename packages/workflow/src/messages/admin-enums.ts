import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";

// Enum numbers of the IDL, written out: importing the generated enums would load the whole admin service. The types
// make sure that the numbers are right.

/** Units of a fixed rate. */
export const RateUnit = { MINUTE: 0, HOUR: 1, DAY: 2 } as const satisfies typeof admin.FixedRateUnit;

/** The phases in which an execution ends, which notifications can be about. */
export const Phase = {
  SUCCEEDED: 4,
  FAILED: 6,
  ABORTED: 7,
  TIMED_OUT: 8,
} as const satisfies Partial<typeof idl.WorkflowExecution_Phase>;

/** What happens to an execution beyond the concurrency limit. */
export const ConcurrencyBehavior = {
  SKIP: 1,
} as const satisfies { readonly SKIP: admin.ConcurrencyLimitBehavior.CONCURRENCY_LIMIT_BEHAVIOR_SKIP };
