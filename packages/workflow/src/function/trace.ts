import type { Trace, WorkflowEntity } from "./workflow-entity.js";

/**
 * What a workflow consists of, before its nodes have ids: for those who look at graphs rather than messages.
 *
 * The body runs the first time this is asked, and again after it threw.
 *
 * @throws what the calls in the body throw, `WORKFLOW_BODY_ASYNC`, `OUTPUT_MISSING`, `OUTPUT_UNKNOWN` and
 * `FAILURE_HANDLER_MISMATCH`.
 */
export function trace(workflow: WorkflowEntity): Trace {
  return workflow.trace();
}
