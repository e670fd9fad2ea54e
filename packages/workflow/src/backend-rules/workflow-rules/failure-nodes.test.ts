import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  INTEGER,
  integer,
  list,
  listOf,
  ONE,
  promise,
  task,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = taskNode("n0", "gen");
const inputs = { i: INTEGER };
const tasks = [task("sum", { xs: listOf(INTEGER) }, { o0: INTEGER })];

describe("the failure node", () => {
  it("takes constants and inputs of the workflow", () => {
    for (const x of [integer(), promise("", "i"), promise("start-node", "i")]) {
      const failureNode = taskNode("f", "inc", { inputs: { x } });
      expect(told(workflow("w", [gen], { inputs, failureNode }))).toEqual([]);
    }
  });

  it("takes no output of a node, which the backend does not ask", () => {
    const failureNode = taskNode("f", "sum", { inputs: { xs: list(promise("", "i"), promise("n0")) } });
    expect(told(workflow("w", [gen], { inputs, failureNode }), { tasks })).toEqual([
      "FAILURE_INPUT_UNAVAILABLE (-) f.xs: w.f.xs[1] takes n0.o0, but a failure node gets only constants and inputs of the workflow.",
    ]);
  });

  it("takes none inside it either", () => {
    const then = taskNode("i", "inc", { inputs: { x: promise("n0") } });
    const failureNode = branchNode("f", { cases: [[compare(ONE, "EQ", ONE), then]], else: "none" });
    expect(told(workflow("w", [gen], { failureNode }))).toEqual([
      "FAILURE_INPUT_UNAVAILABLE (-) f-i.x: w.f-i.x takes n0.o0, but a failure node gets only constants and inputs of the workflow.",
    ]);
  });

  it("is checked like any other node", () => {
    const failureNode = taskNode("f", "inc", { inputs: { x: promise("n9") } });
    expect(told(workflow("w", [gen], { failureNode }))).toEqual([
      "PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) f.x: w.f.x uses n9.o0, but w has no node n9.",
    ]);
    expect(told(workflow("w", [gen], { failureNode: taskNode("f", "inc") }))).toEqual([
      "INPUT_MISSING (ParameterNotBound) f.x: w.f needs the input x (integer), but the call does not give it. [integer <- -]",
    ]);
    expect(told(workflow("w", [gen], { failureNode: taskNode("f", "nope") }))).toHaveLength(1);
  });

  it("cannot be used, not even by itself", () => {
    const failureNode = taskNode("f", "inc", { inputs: { x: promise("f") } });
    const use = taskNode("n0", "inc", { inputs: { x: promise("f") } });
    expect(told(workflow("w", [use], { failureNode })).map((line) => line.slice(0, 52))).toEqual([
      "PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) n0.x: w",
      "PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) f.x: w.",
    ]);
  });

  it("waits for nothing else", () => {
    const failureNode = taskNode("f", "gen", { after: ["n9"] });
    expect(told(workflow("w", [gen], { failureNode }))).toEqual([]);
  });
});

describe("a node that does not run on failure", () => {
  it("takes outputs of nodes", () => {
    const use = taskNode("n1", "inc", { inputs: { x: promise("n0") } });
    expect(told(workflow("w", [gen, use]))).toEqual([]);
  });
});
