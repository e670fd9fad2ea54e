import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  both,
  branchNode,
  compare,
  constant,
  integer,
  node,
  ONE,
  promise,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const yes = compare(ONE, "EQ", ONE);
const then = taskNode("n", "gen");

function branch(condition: idl.BooleanExpression | undefined, inputs = {}): idl.Node {
  return branchNode("b", { cases: [[condition, then]], else: "none", inputs });
}

describe("a condition", () => {
  it("is there", () => {
    const lacks = "MESSAGE_INCOMPLETE (BranchNodeHasNoCondition) b.-: w.b lacks a condition.";
    expect(told(workflow("w", [branch(undefined)]))).toEqual([lacks]);
    expect(told(workflow("w", [branch(both(yes, undefined))]))).toEqual([lacks]);
    expect(told(workflow("w", [branch(both(undefined, both(undefined, yes)))]))).toEqual([lacks, lacks]);
    const second = branchNode("b", {
      cases: [
        [yes, then],
        [undefined, { ...then, id: "m" }],
      ],
      else: "none",
    });
    expect(told(workflow("w", [second]))).toEqual([lacks]);
  });

  it("says something", () => {
    expect(told(workflow("w", [branch({ expr: undefined })]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) b.-: w.b lacks the expression of a condition.",
    ]);
  });

  it("has a primitive or an input on either side, and a scalar is neither", () => {
    const lacks =
      "MESSAGE_INCOMPLETE (ValueRequired) b.-: w.b lacks a primitive, or the name of an input, on one side of a condition.";
    const scalar: idl.Operand = { val: { $case: "scalar", value: idl.Scalar.create({}) } };
    for (const side of [undefined, { val: undefined }, scalar, ""]) {
      expect(told(workflow("w", [branch(compare(side, "EQ", ONE))]))).toEqual([lacks]);
      expect(told(workflow("w", [branch(compare(ONE, "EQ", side))]))).toEqual([lacks]);
    }
    expect(told(workflow("w", [branch(compare("", "EQ", undefined))]))).toEqual([lacks, lacks]);
  });

  it("compares inputs of its conditional, by any name", () => {
    expect(told(workflow("w", [branch(compare(".x", "EQ", ONE), { ".x": integer() })]))).toEqual([]);
    const lines = told(workflow("w", [branch(both(compare("y", "EQ", "z"), compare(ONE, "EQ", "y")))]));
    expect(lines).toEqual([
      "CONDITION_INPUT_UNKNOWN (VariableNameNotFound) b.y: A condition of w.b compares y, which is not one of its inputs (nothing).",
      "CONDITION_INPUT_UNKNOWN (VariableNameNotFound) b.z: A condition of w.b compares z, which is not one of its inputs (nothing).",
    ]);
    expect(told(workflow("w", [branch(compare("y", "EQ", ONE), { x: integer(), z: integer() })]))).toEqual([
      "CONDITION_INPUT_UNKNOWN (VariableNameNotFound) b.y: A condition of w.b compares y, which is not one of its inputs (x, z).",
    ]);
  });

  it("has no problem if an input that it compares has a fault", () => {
    expect(told(workflow("w", [branch(compare("x", "EQ", ONE), { x: promise("n9") })]))).toEqual([
      "PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) b.x: w.b.x uses n9.o0, but w has no node n9.",
    ]);
    expect(told(workflow("w", [branch(compare("x", "EQ", ONE), { x: undefined })]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) b.x: w.b.x lacks its binding.",
    ]);
  });

  it("is not read where an array repeats its conditional", () => {
    const target = { $case: "arrayNode", value: idl.ArrayNode.create({ node: branch(undefined) }) } as const;
    expect(told(workflow("w", [node("a", target)]))).toEqual([]);
  });
});

describe("a conditional", () => {
  it("says what happens when no condition holds", () => {
    const open = branchNode("b", { cases: [[yes, then]] });
    expect(told(workflow("w", [open]))).toEqual([
      "MESSAGE_INCOMPLETE (BranchNodeHasNoDefault) b.-: w.b lacks an else or an error.",
    ]);
    const last = branchNode("b", { cases: [[yes, then]], else: taskNode("m", "gen") });
    expect(told(workflow("w", [last]))).toEqual([]);
  });

  it("reports every missing part", () => {
    const open = branchNode("b", { cases: [[compare("y", "EQ", constant(undefined)), then]] });
    expect(told(workflow("w", [open])).map((line) => line.slice(0, line.indexOf(" ")))).toEqual([
      "CONDITION_INPUT_UNKNOWN",
      "MESSAGE_INCOMPLETE",
    ]);
  });
});
