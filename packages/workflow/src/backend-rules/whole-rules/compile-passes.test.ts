import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { subWorkflowNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

/** Layers of two workflows that call both workflows of the layer below. */
function layers(count: number): readonly idl.WorkflowTemplate[] {
  return Array.from({ length: count }, (_, layer) =>
    ["a", "b"].map((name) =>
      workflow(
        `${name}${layer}`,
        layer === 0
          ? [taskNode("n0", "gen")]
          : [subWorkflowNode("n0", `a${layer - 1}`), subWorkflowNode("n1", `b${layer - 1}`)],
      ),
    ),
  ).flat();
}

const above = (count: number): idl.WorkflowTemplate =>
  workflow("w", [subWorkflowNode("n0", `a${count - 1}`), subWorkflowNode("n1", `b${count - 1}`)]);

function passes(count: number): string | undefined {
  const found = told(above(count), { subWorkflows: layers(count) });
  return /compiles the sub-workflows of w (.*) times in all/.exec(found.join("\n"))?.[1];
}

describe("the sub-workflows of a workflow", () => {
  it("may be reached on 2,000 paths", () => {
    expect(told(above(9), { subWorkflows: layers(9) })).toEqual([]);
  });

  it.each([
    [10, "2,046"],
    [12, "8,190"],
    [16, "131,070"],
    [400, "more than a billion"],
  ])("in %d layers that call everything below twice are compiled %s times", (count, times) => {
    expect(passes(count)).toBe(times);
  });

  it("count once for each node that calls them, also inside others", () => {
    const calls = (name: string, callee: string) =>
      workflow(
        name,
        Array.from({ length: 50 }, (_, i) => subWorkflowNode(`n${i}`, callee)),
      );
    const subWorkflows = [workflow("leaf", [taskNode("n0", "gen")]), calls("middle", "leaf")];
    expect(told(calls("w", "middle"), { subWorkflows })).toEqual([
      "warning SUB_WORKFLOWS_COMPILE_SLOWLY -.-: Flyte compiles the sub-workflows of w 2,550 times in all, once for each way that leads to them; more than 2,000 take it seconds to hours.",
    ]);
  });

  it("are another problem if they contain themselves", () => {
    const subWorkflows = [workflow("inner", [subWorkflowNode("n0", "inner")])];
    const found = told(workflow("w", [subWorkflowNode("n0", "inner")]), { subWorkflows });
    expect(found).toEqual([expect.stringMatching(/^WORKFLOW_RECURSIVE/)]);
  });
});
