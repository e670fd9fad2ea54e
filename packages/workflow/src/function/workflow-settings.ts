import { assertDocs, assertOptions, assertTexts } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import type { FailurePolicy, WorkflowSettings } from "../trace/workflow-entity.js";

const POLICIES: ReadonlySet<unknown> = new Set<FailurePolicy>([
  "fail-immediately",
  "fail-after-executable-nodes-complete",
]);

interface Options extends Partial<{
  readonly [K in keyof WorkflowSettings]: WorkflowSettings[K] | undefined;
}> {
  readonly name: string;
}

const DEFAULT_OPTIONS = new Set(["labels", "annotations"]);

/**
 * Check the options of a workflow.
 *
 * @throws `FAILURE_POLICY_UNKNOWN`, `INTERRUPTIBLE_NOT_BOOLEAN`, `OPTION_INVALID`, `OPTION_UNKNOWN`.
 */
export function toWorkflowSettings(options: Options): WorkflowSettings {
  const { name, failurePolicy = "fail-immediately", interruptible = false, docs, defaultOptions } = options;
  if (!POLICIES.has(failurePolicy))
    throw errors.FAILURE_POLICY_UNKNOWN({ workflow: name, given: failurePolicy });
  if (typeof interruptible !== "boolean")
    throw errors.INTERRUPTIBLE_NOT_BOOLEAN({ workflow: name, given: interruptible });
  const at = `workflow ${name}`;
  assertDocs(docs, at);
  if (defaultOptions !== undefined) {
    assertOptions(defaultOptions, DEFAULT_OPTIONS, `defaultOptions of ${at}`);
    assertTexts(defaultOptions.labels, "defaultOptions.labels", at);
    assertTexts(defaultOptions.annotations, "defaultOptions.annotations", at);
  }
  return Object.freeze({ failurePolicy, interruptible, docs, defaultOptions });
}
