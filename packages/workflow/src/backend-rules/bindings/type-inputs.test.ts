import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { INPUTS } from "../../../test/support/given.js";
import {
  approval,
  data,
  integer,
  list,
  map,
  promise,
  scalar,
  taskNode,
  text,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

describe("the inputs of an approval", () => {
  const approve = (...values: idl.BindingData[]) => {
    const gate = approval("g");
    gate.inputs = values.map((binding, i) => ({ var: `v${i}`, binding }));
    return told(
      workflow(
        "w",
        [taskNode("n0", "gen"), gate, taskNode("n1", "inc", { inputs: { x: promise("g", "v0") } })],
        { inputs: INPUTS },
      ),
    );
  };

  it("are constants and promises, and it gives what it is given", () => {
    expect(approve(promise("n0"), text(""))).toEqual([]);
    expect(approve(integer())).toEqual([]);
    expect(approve(text(""))).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n1.x: w.n1.x takes integer, but was given g.v0 of type string. [integer <- string]",
    ]);
  });

  it("are no lists and no maps", () => {
    for (const value of [list(integer()), map({})]) {
      expect(approve(value)).toEqual([
        "BINDING_TYPE_MISMATCH (MismatchingBindings) g.v0: w.g.v0 takes a constant or a promise, but was given a list or map. " +
          "[a constant or a promise <- a list or map]",
      ]);
    }
  });

  it("say what they are", () => {
    expect(approve(data(undefined))).toEqual([
      "MESSAGE_INCOMPLETE (MismatchingBindings) g.v0: w.g.v0 lacks its value.",
    ]);
    expect(approve(scalar(undefined))).toEqual([
      "MESSAGE_INCOMPLETE (UnrecognizedValue) g.v0: w.g.v0 lacks the value of its constant, or the type of that value.",
    ]);
    expect(approve(promise("n0", "z"))).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) g.v0: w.g.v0 uses n0.z, but n0 gives o0.",
    ]);
  });

  it("have names, each one binding", () => {
    const gate = (...names: string[]) => {
      const node = approval("g");
      return { ...node, inputs: names.map((name) => ({ var: name, binding: integer() })) };
    };
    expect(told(workflow("w", [gate("")]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) g.: w.g. lacks the name of an input.",
    ]);
    expect(told(workflow("w", [gate("a", "a")]))).toEqual([
      "BINDING_TWICE (ParameterBoundMoreThanOnce) g.a: w.g.a is bound more than once.",
    ]);
  });

  it("are whole outputs", () => {
    expect(approve(promise("", "p", ["n"]))).toEqual([
      "INPUT_NOT_WHOLE (MismatchingTypes) g.v0: w.g.v0 is given inputs.p.n, but conditionals and approvals take only whole outputs. " +
        "[record { n, deep } <- integer]",
    ]);
  });

  it("come from nodes that are listed before it", () => {
    const gate = approval("g", { inputs: { a: promise("n0") } });
    expect(told(workflow("w", [gate, taskNode("n0", "gen")]))).toEqual([
      "NODE_LISTED_LATE (NodeReferenceNotFound) g.a: w.g.a uses n0.o0, but n0 is listed later.",
    ]);
    expect(told(workflow("w", [approval("g", { inputs: { a: promise("g", "a") } })]))).toEqual([
      "WORKFLOW_CYCLIC (VariableNameNotFound) g.a: Nodes of w wait for each other: g before g.",
    ]);
  });
});
