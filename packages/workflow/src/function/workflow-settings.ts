import { errors } from "../errors.js";
import type { FailurePolicy, WorkflowSettings } from "./workflow-entity.js";

const POLICIES: ReadonlySet<unknown> = new Set<FailurePolicy>([
  "fail-immediately",
  "fail-after-executable-nodes-complete",
]);

interface Options extends Partial<{
  readonly [K in keyof WorkflowSettings]: WorkflowSettings[K] | undefined;
}> {
  readonly name: string;
}

/** Check what an author said about a workflow. @throws `FAILURE_POLICY_UNKNOWN`, `INTERRUPTIBLE_NOT_BOOLEAN` */
export function toWorkflowSettings(options: Options): WorkflowSettings {
  const { name, failurePolicy = "fail-immediately", interruptible = false, docs } = options;
  if (!POLICIES.has(failurePolicy))
    throw errors.FAILURE_POLICY_UNKNOWN({ workflow: name, given: failurePolicy });
  if (typeof interruptible !== "boolean")
    throw errors.INTERRUPTIBLE_NOT_BOOLEAN({ workflow: name, given: interruptible });
  return Object.freeze({ failurePolicy, interruptible, docs });
}
