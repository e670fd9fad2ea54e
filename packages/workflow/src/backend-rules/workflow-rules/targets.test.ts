import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  arrayNode,
  branchNode,
  compare,
  node,
  ONE,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const empty = node("n0", undefined);

describe("a node", () => {
  it("has a target", () => {
    expect(told(workflow("w", [empty]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) n0.-: w.n0 lacks a target.",
    ]);
  });

  it("says which task it calls", () => {
    const target = { $case: "taskNode", value: idl.TaskNode.create({}) } as const;
    expect(told(workflow("w", [node("n0", target)]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) n0.-: w.n0 lacks the task that it calls.",
    ]);
  });

  it("says which workflow or launch plan it calls", () => {
    const target = { $case: "workflowNode", value: idl.WorkflowNode.create({}) } as const;
    expect(told(workflow("w", [node("n0", target)]))).toEqual([
      "MESSAGE_INCOMPLETE (WorkflowReferenceNotFound) n0.-: w.n0 lacks the workflow or launch plan that it calls.",
    ]);
  });

  it("says what it repeats", () => {
    expect(told(workflow("w", [arrayNode("n0", undefined)]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) n0.-: w.n0 lacks the node that it repeats.",
    ]);
  });

  it("does all this inside another node too", () => {
    const branch = branchNode("b", { cases: [[compare(ONE, "EQ", ONE), empty]], else: "none" });
    const lines = told(
      workflow("w", [arrayNode("a", empty), branch], { failureNode: { ...empty, id: "f" } }),
    );
    expect(lines).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) a.-: w.a lacks a target.",
      "MESSAGE_INCOMPLETE (ValueRequired) b-n0.-: w.b-n0 lacks a target.",
      "MESSAGE_INCOMPLETE (ValueRequired) f.-: w.f lacks a target.",
    ]);
  });

  it("has no other problem if it has none, nor have the nodes that use it", () => {
    const bound = { ...empty, inputs: taskNode("x", "inc", { inputs: { x: undefined } }).inputs };
    expect(told(workflow("w", [bound, taskNode("n1", "gen", { after: ["n0"] })]))).toHaveLength(1);
  });
});
