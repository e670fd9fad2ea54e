import type { FailurePolicy } from "../trace/workflow-entity.js";

/** What the backend does with a workflow as a whole. */
export interface WorkflowMetadata {
  /** What happens to the other nodes when one fails. */
  readonly onFailure: FailurePolicy;
}

/** What nodes inherit that do not say it themselves. */
export interface WorkflowMetadataDefaults {
  readonly interruptible: boolean;
}
