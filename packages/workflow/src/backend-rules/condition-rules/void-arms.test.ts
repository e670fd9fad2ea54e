import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  constant,
  INTEGER,
  integer,
  subWorkflowNode,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const question = compare(
  constant({ $case: "integer", value: 1n }),
  "EQ",
  constant({ $case: "integer", value: 2n }),
);
const quiet = workflow("quiet", [taskNode("n0", "gen")]);
const loud = workflow("loud", [taskNode("n0", "gen")], {
  outputs: { o0: INTEGER },
  results: { o0: integer() },
});

describe("an arm that is a workflow", () => {
  it("has outputs, or needs Flyte 1.15.3", () => {
    const outer = workflow("w", [
      branchNode("n0", {
        cases: [[question, subWorkflowNode("n0", "loud")]],
        else: subWorkflowNode("n1", "quiet"),
      }),
    ]);
    expect(told(outer, { subWorkflows: [quiet, loud] })).toEqual([
      "warning VOID_ARM_NEEDS_NEWER_BACKEND n0-n1.-: An arm of w.n0 is the workflow quiet, which has no outputs. Flyte before 1.15.3 cannot run that.",
    ]);
  });

  it("may be one without outputs where it is no arm, and a task without outputs may be an arm", () => {
    const outer = workflow("w", [
      subWorkflowNode("n0", "quiet"),
      branchNode("n1", { cases: [[question, taskNode("n0", "gen")]], else: taskNode("n1", "gen") }),
    ]);
    expect(told(outer, { subWorkflows: [quiet] })).toEqual([]);
  });
});
