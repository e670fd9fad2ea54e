import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  data,
  enumOf,
  gateNode,
  INTEGER,
  list,
  listOf,
  mapOf,
  NONE,
  promise,
  recordOf,
  STRING,
  STRUCT,
  task,
  taskNode,
  type,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const INPUTS = {
  i: INTEGER,
  l: listOf(listOf(INTEGER)),
  m: mapOf(INTEGER),
  p: recordOf({ l: listOf(INTEGER), i: INTEGER }),
  r: STRUCT,
  o: unionOf(listOf(INTEGER), NONE),
  e: enumOf("a"),
  f: type({ $case: "blob", value: idl.BlobType.create({}) }),
  u: type(undefined),
};
// Takes whatever the path gives.
const tasks = Object.entries({
  i: INTEGER,
  l: listOf(INTEGER),
  r: STRUCT,
  o: INPUTS.o,
  e: STRING,
  f: INPUTS.f,
}).map(([name, type]) => task(name, { x: type }));

function taking(takes: string, ref: idl.BindingData): readonly string[] {
  return told(workflow("w", [taskNode("n0", takes, { inputs: { x: ref } })], { inputs: INPUTS }), { tasks });
}

describe("a path", () => {
  it("goes into lists by indexes from 0", () => {
    expect(taking("i", promise("", "l", [0, 12]))).toEqual([]);
    expect(taking("i", promise("", "l", [0, "a"]))).toEqual([
      'PROMISE_INDEX_INVALID (-) n0.x: inputs.l[0].at(...) takes an index from 0, but was given "a". [an index from 0 <- a]',
    ]);
    expect(taking("i", promise("", "l", [-1, 0]))).toEqual([
      "PROMISE_INDEX_INVALID (-) n0.x: inputs.l.at(...) takes an index from 0, but was given -1. [an index from 0 <- -1]",
    ]);
  });

  it("goes into maps by keys", () => {
    expect(taking("i", promise("", "m", ["-1"]))).toEqual([]);
    expect(taking("i", promise("", "m", [0]))).toEqual([
      "PROMISE_INDEX_INVALID (-) n0.x: inputs.m.at(...) takes a key, but was given 0. [a key <- 0]",
    ]);
  });

  it("goes into records by fields, and on from there", () => {
    expect(taking("i", promise("", "p", ["l", 0]))).toEqual([]);
    expect(taking("i", promise("", "p", ["l", "z"]))).toEqual([
      'PROMISE_INDEX_INVALID (-) n0.x: inputs.p.l.at(...) takes an index from 0, but was given "z". [an index from 0 <- z]',
    ]);
    // That the field is missing is told where the reference is resolved.
    expect(taking("i", promise("", "p", ["z", -1]))).toHaveLength(1);
    expect(taking("i", promise("", "p", ["i", "z"]))).toEqual([
      "ATTRIBUTE_NOT_FOUND (-) n0.x: w.n0.x takes the part inputs.p.i.z, but the value has no .z there.",
    ]);
  });

  it("goes anywhere in a record whose fields are unknown, except before its start", () => {
    expect(taking("r", promise("", "r", ["a", 0, "b", 12]))).toEqual([]);
    expect(taking("r", promise("", "r", ["a", -1]))).toEqual([
      "PROMISE_INDEX_INVALID (-) n0.x: inputs.r.a.at(...) takes an index from 0, but was given -1. [an index from 0 <- -1]",
    ]);
  });

  it.each(["i", "o", "e", "f"])("goes into nothing else, as %s", (name) => {
    expect(taking(name, promise("", name, ["a b"]))).toEqual([
      `ATTRIBUTE_NOT_FOUND (-) n0.x: w.n0.x takes the part inputs.${name}["a b"], but the value has no ["a b"] there.`,
    ]);
    expect(taking(name, promise("", name, [0]))).toEqual([
      `ATTRIBUTE_NOT_FOUND (-) n0.x: w.n0.x takes the part inputs.${name}[0], but the value has no [0] there.`,
    ]);
  });

  it("goes into nothing that has no type", () => {
    for (const step of ["a", 0]) {
      expect(taking("i", promise("", "u", [step])).at(-1)).toContain("ATTRIBUTE_NOT_FOUND (-) n0.x: ");
    }
  });

  it("says each step", () => {
    const ref = { nodeId: "", var: "i", attrPath: [{ value: undefined }] };
    expect(taking("i", data({ $case: "promise", value: ref }))).toEqual([
      "MESSAGE_INCOMPLETE (-) n0.x: w.n0.x lacks a field, key or index after inputs.i.",
    ]);
  });

  it("is checked wherever a reference may be", () => {
    const inner = list(
      promise("", "i", [0]),
      data({ $case: "map", value: { bindings: new Map([["k", promise("", "i", [1])]]) } }),
    );
    expect(taking("l", inner)).toContain(
      "ATTRIBUTE_NOT_FOUND (-) n0.x: w.n0.x[0] takes the part inputs.i[0], but the value has no [0] there.",
    );
    expect(taking("l", inner)).toContain(
      'ATTRIBUTE_NOT_FOUND (-) n0.x: w.n0.x[1]["k"] takes the part inputs.i[1], but the value has no [1] there.',
    );
    const template = workflow("w", [taskNode("n0", "gen")], {
      outputs: { out: INTEGER },
      results: { out: promise("n0", "o0", ["k"]) },
    });
    expect(told(template)).toEqual([
      "ATTRIBUTE_NOT_FOUND (-) -.out: w.out takes the part n0.o0.k, but the value has no .k there.",
    ]);
  });

  it("begins with the element that the old form of index asks for", () => {
    expect(taking("i", promise("", "[0].l", [1]))).toEqual([]);
    expect(taking("l", promise("", "[0].l", ["k"]))).toHaveLength(2);
  });

  it("may be long", () => {
    const steps = Array.from({ length: 100_000 }, () => "a");
    expect(taking("r", promise("", "r", steps))).toEqual([]);
    expect(taking("r", promise("", "r", [...steps, -1]))).toHaveLength(1);
  });

  it("has no problem if its node is broken or its output unknown", () => {
    const nodes = [
      gateNode("g", undefined),
      taskNode("n0", "i", { inputs: { x: promise("g", "o0", [-1]) } }),
    ];
    expect(told(workflow("w", nodes), { tasks })).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
    ]);
    expect(taking("i", promise("", "z", [-1]))).toEqual([expect.stringMatching(/^OUTPUT_NOT_FOUND /)]);
  });
});

describe("the name of an output", () => {
  it.each(["i-", "-i", " i", "[0.i", "[0].l-"])("is all that a reference says, as %j does not", (name) => {
    const lines = taking(name.includes("l") ? "l" : "i", promise("", name));
    const wrong = `VARIABLE_NAME_INVALID (-) n0.x: ${JSON.stringify(name)} in the promise at w.n0.x is not a valid variable name, which is a letter or underscore, then letters, digits and underscores.`;
    if (name === "[0.i") expect(lines).toHaveLength(1);
    else expect(lines).toEqual([wrong]);
  });

  it("may have an index in front of it", () => {
    expect(taking("l", promise("", "[0].l"))).toEqual([]);
  });
});
