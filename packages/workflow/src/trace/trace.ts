import { soundTrace } from "./faults.js";
import type { Trace, WorkflowEntity } from "./workflow-entity.js";

/**
 * What a workflow consists of, before its nodes have ids: for those who look at graphs rather than messages.
 *
 * The body runs the first time this is asked, and again after it threw.
 *
 * @throws what is wrong with the body: the one fault, or `WORKFLOW_INVALID` with all; and what the body throws.
 */
export function trace(workflow: WorkflowEntity): Trace {
  return soundTrace(workflow);
}
