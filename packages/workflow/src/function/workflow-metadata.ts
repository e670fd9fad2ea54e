import type { FailurePolicy } from "../trace/workflow-entity.js";

/** Settings of a workflow as a whole. */
export interface WorkflowMetadata {
  /** What happens to the other nodes when one fails. */
  readonly onFailure: FailurePolicy;
}

/** Settings that nodes inherit unless they have their own. */
export interface WorkflowMetadataDefaults {
  readonly interruptible: boolean;
}
