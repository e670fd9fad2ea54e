import type { WorkflowEntity } from "@flytekit-ts/workflow/compile";
import type { RecordedRun } from "./recorded-run.js";
import type { LocalOutcome } from "./run-locally.js";

/** A workflow, how its run went here, and how it went there. */
export interface TwoRuns {
  readonly workflow: WorkflowEntity;
  readonly ours: LocalOutcome;
  readonly recorded: RecordedRun;
}
