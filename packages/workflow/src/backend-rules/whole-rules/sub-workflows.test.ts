import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { arrayNode, subWorkflowNode, taskNode, workflow } from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = taskNode("n0", "gen");
const calling = (name: string, ...called: string[]) =>
  workflow(name, [gen, ...called.map((each, i) => subWorkflowNode(`s${i}`, each))]);
const recursive = (...path: string[]) =>
  `WORKFLOW_RECURSIVE (-) -.-: A workflow cannot contain itself: ${path.join(" calls ")}.`;

describe("a sub-workflow", () => {
  it("is given once", () => {
    const twice = "SUB_WORKFLOW_TWICE (DuplicateId) -.-: The sub-workflow s was given more than once.";
    const s = workflow("s", [gen]);
    expect(told(calling("w", "s"), { subWorkflows: [s, s] })).toEqual([twice]);
    expect(told(calling("w", "s"), { subWorkflows: [s, workflow("s", []), s] })).toEqual([twice]);
  });

  it("is called, or it is given for nothing and not checked", () => {
    const subWorkflows = [workflow("s", [gen]), workflow("u", [])];
    expect(told(calling("w", "s"), { subWorkflows })).toEqual([
      "warning SUB_WORKFLOW_UNUSED -.-: No node calls the sub-workflow u, so nothing in it was checked.",
    ]);
    // Calling each other is not enough.
    const apart = [calling("u", "v"), calling("v")];
    expect(told(calling("w"), { subWorkflows: apart })).toHaveLength(2);
  });

  it("is checked once, with the ids of its own nodes", () => {
    const subWorkflows = [workflow("s", [taskNode("m", "inc")]), calling("t", "s")];
    expect(told(calling("w", "s", "s", "t"), { subWorkflows })).toEqual([
      "INPUT_MISSING (ParameterNotBound) m.x: s.m needs the input x (integer), but the call does not give it. [integer <- -]",
    ]);
  });

  it("is checked in what runs on failure, and in arms", () => {
    const subWorkflows = [workflow("s", [taskNode("m", "inc")])];
    const template = workflow("w", [gen], { failureNode: subWorkflowNode("f", "s") });
    expect(told(template, { subWorkflows })).toHaveLength(1);
  });

  it("that only arrays call is checked by us alone", () => {
    const subWorkflows = [calling("s", "t"), workflow("t", [taskNode("m", "inc")])];
    const array = arrayNode("a", subWorkflowNode("x", "s"));
    const line = (code: string) =>
      `INPUT_MISSING (${code}) m.x: t.m needs the input x (integer), but the call does not give it. [integer <- -]`;
    expect(told(workflow("w", [array]), { subWorkflows })).toEqual([line("-")]);
    // What a plain node calls as well is not.
    expect(told(workflow("w", [array, subWorkflowNode("b", "t")]), { subWorkflows })).toEqual([
      line("ParameterNotBound"),
    ]);
    expect(told(workflow("w", [subWorkflowNode("start-node", "s"), gen]), { subWorkflows })[1]).toEqual(
      line("-"),
    );
  });

  it("does not contain itself, of which the backend would die", () => {
    expect(told(calling("w", "a"), { subWorkflows: [calling("a", "a")] })).toEqual([recursive("a", "a")]);
    const round = [calling("a", "b"), calling("b", "c"), calling("c", "a")];
    expect(told(calling("w", "a"), { subWorkflows: round })).toEqual([recursive("a", "b", "c", "a")]);
    expect(told(calling("w", "a"), { subWorkflows: [calling("a", "w"), calling("w", "a")] })).toEqual([
      recursive("a", "w", "a"),
    ]);
  });

  it("may call what others call", () => {
    const subWorkflows = [calling("a", "c"), calling("b", "c"), calling("c")];
    expect(told(calling("w", "a", "b", "c"), { subWorkflows })).toEqual([]);
  });

  it("may stand in another a thousand times over", () => {
    const chain = Array.from({ length: 1000 }, (_, i): idl.WorkflowTemplate => calling(`s${i}`, `s${i + 1}`));
    expect(told(calling("w", "s0"), { subWorkflows: [...chain, calling("s1000")] })).toEqual([]);
  });
});
