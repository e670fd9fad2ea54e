import { describe, expect, it } from "vitest";
import { subWorkflowNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { problemsOf, told } from "../../../test/support/problems.js";

const many = (count: number) => Array.from({ length: count }, (_, i) => taskNode(`n${i}`, "gen"));

describe("the size of a workflow", () => {
  it("is one node at least", () => {
    expect(told(workflow("w", []))).toEqual([
      "WORKFLOW_EMPTY (NoNodesFound) -.-: w calls no task and no workflow.",
    ]);
    expect(told(workflow("w", many(1)))).toEqual([]);
  });

  it("is at least one node in each sub-workflow too, and an empty one has no other problem", () => {
    const inner = workflow("inner", [], { outputs: { o0: undefined } });
    expect(told(workflow("w", [subWorkflowNode("n0", "inner")]), { subWorkflows: [inner] })).toEqual([
      "WORKFLOW_EMPTY (NoNodesFound) -.-: inner calls no task and no workflow.",
      "MESSAGE_INCOMPLETE (ValueRequired) n0.-: The workflow inner lacks the type of o0.",
    ]);
  });

  it("may be 100 nodes; more is a warning, which an installation may have lifted", () => {
    expect(problemsOf(workflow("w", many(100)))).toEqual([]);
    expect(told(workflow("w", many(101)))).toEqual([
      "warning WORKFLOW_TOO_LARGE -.-: w has 101 nodes, but Flyte accepts at most 100 unless it is configured for more.",
    ]);
  });

  it("counts for each workflow that is registered by itself, too", () => {
    const subWorkflows = [workflow("inner", many(101))];
    const outer = workflow("w", [subWorkflowNode("n0", "inner")]);
    expect(told(outer, { subWorkflows })).toEqual([
      "warning WORKFLOW_TOO_LARGE -.-: inner has 101 nodes, but Flyte accepts at most 100 unless it is configured for more.",
    ]);
    const failureNode = subWorkflowNode("fn0", "inner");
    expect(told(workflow("w", many(1), { failureNode }), { subWorkflows })).toHaveLength(1);
    expect(told(outer, { subWorkflows, isRegistered: (name) => name !== "inner" })).toEqual([]);
  });
});
