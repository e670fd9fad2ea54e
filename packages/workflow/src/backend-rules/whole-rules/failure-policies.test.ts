import { OnFailurePolicy } from "@flytekit-ts/core/literals";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { subWorkflowNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const { FAIL_AFTER_EXECUTABLE_NODES_COMPLETE: GOES_ON, FAIL_IMMEDIATELY: ENDS } = OnFailurePolicy;
const withPolicy = (template: idl.WorkflowTemplate, onFailure: number): idl.WorkflowTemplate => ({
  ...template,
  metadata: { ...idl.WorkflowMetadata.create(), onFailure: onFailure as idl.WorkflowMetadata["onFailure"] },
});
const inner = workflow("inner", [taskNode("n0", "gen")]);
const middle = workflow("middle", [subWorkflowNode("n0", "inner")]);
const outer = workflow("w", [subWorkflowNode("n0", "middle"), subWorkflowNode("n1", "inner")]);

describe("the failure policy of a sub-workflow", () => {
  it("has no effect, so asking for another is a warning, once for each sub-workflow", () => {
    const subWorkflows = [withPolicy(inner, GOES_ON), withPolicy(middle, ENDS)];
    expect(told(withPolicy(outer, ENDS), { subWorkflows })).toEqual([
      "warning FAILURE_POLICY_IGNORED n1.-: inner lets its other nodes finish after a failure, but inside w Flyte reads only the failure policy of w.",
    ]);
    expect(told(outer, { subWorkflows })).toHaveLength(1);
  });

  it.each([
    [GOES_ON, GOES_ON],
    [GOES_ON, ENDS],
    [ENDS, ENDS],
  ])("may be that of the workflow around it, or the default: %d around %d", (around, own) => {
    const subWorkflows = [withPolicy(inner, own), withPolicy(middle, own)];
    expect(told(withPolicy(outer, around), { subWorkflows })).toEqual([]);
  });

  it("is that of the workflow around it for arms that became workflows", () => {
    const subWorkflows = [withPolicy(inner, GOES_ON), middle];
    expect(told(outer, { subWorkflows, isRegistered: (name) => name !== "inner" })).toEqual([]);
  });
});
