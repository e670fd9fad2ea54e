import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  data,
  INTEGER,
  integer,
  listOf,
  NONE,
  promise,
  STRING,
  task,
  taskNode,
  text,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

describe("the inputs of a node", () => {
  const tasks = [task("takes", { x: INTEGER, y: unionOf(STRING, NONE), z: STRING })];
  const takes = (inputs: Record<string, idl.BindingData | undefined>) =>
    told(workflow("w", [taskNode("n0", "takes", { inputs })]), { tasks });

  it("are all there, but those that take none", () => {
    expect(takes({ x: integer(), z: text("") })).toEqual([]);
    expect(takes({ z: text("") })).toEqual([
      "INPUT_MISSING (ParameterNotBound) n0.x: w.n0 needs the input x (integer), but the call does not give it. [integer <- -]",
    ]);
    expect(takes({})).toHaveLength(2);
  });

  it("are declared", () => {
    expect(takes({ x: integer(), z: text(""), q: undefined })).toEqual([
      "INPUT_UNKNOWN (VariableNameNotFound) n0.q: w.n0 has no input q; its inputs are x, y, z.",
    ]);
  });

  it("are bound to something", () => {
    expect(takes({ x: undefined, z: text("") })).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) n0.x: w.n0.x lacks its binding.",
    ]);
    expect(takes({ x: data(undefined), z: text("") })).toEqual([
      "MESSAGE_INCOMPLETE (MismatchingBindings) n0.x: w.n0.x lacks its value.",
    ]);
    expect(takes({ x: integer(), y: data(undefined), z: text("") })).toEqual([
      "MESSAGE_INCOMPLETE (IncompatibleBindingUnionValue) n0.y: w.n0.y lacks its value.",
    ]);
  });

  it("are bound once", () => {
    const node = taskNode("n0", "inc", { inputs: { x: integer() } });
    const bind = (...values: (idl.BindingData | undefined)[]) =>
      told(workflow("w", [{ ...node, inputs: values.map((binding) => ({ var: "x", binding })) }]));
    const twice = "BINDING_TWICE (ParameterBoundMoreThanOnce) n0.x: w.n0.x is bound more than once.";
    const lacks = "MESSAGE_INCOMPLETE (ValueRequired) n0.x: w.n0.x lacks its binding.";
    expect(bind(integer(), integer())).toEqual([twice]);
    expect(bind(integer(), text(""), text(""))).toEqual([twice, twice]);
    expect(bind(undefined, integer())).toEqual([lacks]);
    expect(bind(integer(), undefined)).toEqual([lacks]);
    expect(bind(integer(), undefined, integer())).toEqual([lacks, twice]);
  });

  it("may be left out by a quirk of the backend, and then nothing is there when it runs", () => {
    const quirk = unionOf(listOf(INTEGER), STRING);
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: [task("t", { x: quirk })] })).toEqual([
      "INPUT_MISSING (-) n0.x: w.n0 needs the input x (list of integer or string), but the call does not give it. " +
        "[list of integer or string <- -]",
    ]);
    const plain = unionOf(INTEGER, STRING);
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: [task("t", { x: plain })] })).toEqual([
      "INPUT_MISSING (ParameterNotBound) n0.x: w.n0 needs the input x (integer or string), but the call does not give it. " +
        "[integer or string <- -]",
    ]);
  });

  it("are reported all at once", () => {
    expect(takes({ q: integer(), x: text("") }).map((line) => line.split(":")[0])).toEqual([
      "INPUT_UNKNOWN (VariableNameNotFound) n0.q",
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n0.x",
      "INPUT_MISSING (ParameterNotBound) n0.z",
    ]);
  });
});

describe("the outputs of a workflow", () => {
  const gen = [taskNode("n0", "gen")];
  const outputs = { a: INTEGER, b: unionOf(STRING, NONE) };

  it("are bound like inputs", () => {
    expect(told(workflow("w", gen, { outputs, results: { a: promise("n0"), b: text("") } }))).toEqual([]);
    expect(told(workflow("w", gen, { outputs, results: {} }))).toEqual([
      "OUTPUT_MISSING (ParameterNotBound) -.a: w has no value for its output a (integer). [integer <- -]",
    ]);
    expect(told(workflow("w", gen, { outputs, results: { a: integer(), c: integer() } }))).toEqual([
      "OUTPUT_UNKNOWN (VariableNameNotFound) -.c: w gives a value for c, which is not one of its outputs (a, b).",
    ]);
    expect(told(workflow("w", gen, { outputs: {}, results: { c: integer() } }))).toEqual([
      "OUTPUT_UNKNOWN (VariableNameNotFound) -.c: w gives a value for c, but it has no outputs.",
    ]);
    expect(told(workflow("w", gen, { outputs, results: { a: text("") } }))).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) -.a: w.a takes integer, but was given string. [integer <- string]",
    ]);
  });

  it("may be inputs", () => {
    const template = workflow("w", gen, {
      inputs: { i: INTEGER },
      outputs: { a: INTEGER },
      results: { a: promise("", "i") },
    });
    expect(told(template)).toEqual([]);
  });
});
