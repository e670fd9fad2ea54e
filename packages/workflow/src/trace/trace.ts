import { soundTrace } from "./faults.js";
import { type AuthoredWorkflow, type Trace, wholeOf } from "./workflow-entity.js";

/**
 * The nodes and outputs of a workflow, before the nodes have ids: for code that reads graphs rather than messages.
 *
 * The body runs on the first call, and again after it threw.
 *
 * @throws the fault of the body if there is one, `WORKFLOW_INVALID` if there are several; and what the body throws.
 */
export function trace(workflow: AuthoredWorkflow): Trace {
  return soundTrace(wholeOf(workflow));
}
