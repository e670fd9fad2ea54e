import { describe, expect, it } from "vitest";
import { given, promised } from "../../../test/support/given.js";
import {
  FLOAT,
  gateNode,
  INTEGER,
  NONE,
  promise,
  STRING,
  STRUCT,
  task,
  taskNode,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

describe("a promise", () => {
  it("is of the type of the input", () => {
    expect(given(promise("", "i"), INTEGER)).toEqual([]);
    expect(given(promise("start-node", "i"), INTEGER)).toEqual([]);
    expect(given(promise("", "i"), FLOAT)).toEqual([promised("float", "inputs.i", "integer")]);
    expect(given(promise("", "o"), INTEGER)).toEqual([
      promised(
        "integer",
        "inputs.o",
        "optional integer",
        "",
        " (optional integer is not integer, since it may be none)",
      ),
    ]);
    expect(given(promise("", "i"), unionOf(INTEGER, NONE))).toEqual([]);
  });

  it("is of a node that is there", () => {
    const out = (node: string) =>
      `PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) n0.x: w.n0.x uses ${node}.o0, but w has no node ${node}.`;
    expect(given(promise("n9"), INTEGER)).toEqual([out("n9")]);
  });

  it("is of an output that there is", () => {
    expect(given(promise("", "z"), INTEGER)).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n0.x: w.n0.x uses inputs.z, but the start of w gives i, f, s, l, m, p, o.",
    ]);
    expect(given(promise("start-node", "z"), INTEGER)).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n0.x: w.n0.x uses inputs.z, but the start of w gives i, f, s, l, m, p, o.",
    ]);
    expect(given(promise("end-node"), INTEGER)).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n0.x: w.n0.x uses end-node.o0, but end-node gives nothing.",
    ]);
  });

  it.each(["o-0", "o0.x", "", "-", "[a].i", "[0]i"])("holds no name in %j", (name) => {
    expect(given(promise("", name), INTEGER)).toEqual([
      `VARIABLE_NAME_INVALID (SyntaxError) n0.x: ${JSON.stringify(name)} in the promise at w.n0.x is not a valid variable name, which is ` +
        "a letter or underscore, then letters, digits and underscores.",
    ]);
  });

  it("may ask for an element of a list in the old way", () => {
    expect(given(promise("", "[0].l"), INTEGER)).toEqual([]);
    expect(given(promise("", "[7].l"), STRING)).toEqual([promised("string", "inputs.[7].l", "integer")]);
    expect(given(promise("", "[0].i"), INTEGER)).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n0.x: w.n0.x takes a list for inputs.[0].i, but was given integer. [list <- integer]",
    ]);
  });

  it("follows its path into lists, maps and fields of records", () => {
    expect(given(promise("", "l", [3]), INTEGER)).toEqual([]);
    expect(given(promise("", "m", ["k"]), STRING)).toEqual([]);
    expect(given(promise("", "p", ["n"]), INTEGER)).toEqual([]);
    expect(given(promise("", "p", ["deep", "l", 0]), STRING)).toEqual([]);
    expect(given(promise("", "p", ["deep", "l"]), INTEGER)).toEqual([
      promised("integer", "inputs.p.deep.l", "list of string"),
    ]);
    expect(given(promise("", "p", ["deep", "z", 0]), STRING)).toEqual([
      "ATTRIBUTE_NOT_FOUND (FieldNotFound) n0.x: w.n0.x takes the part inputs.p.deep.z[0], but the value has no .z there.",
    ]);
    expect(given(promise("", "p", [0]), STRING)).toEqual([
      "ATTRIBUTE_NOT_FOUND (FieldNotFound) n0.x: w.n0.x takes the part inputs.p[0], but the value has no [0] there.",
    ]);
  });

  it("gives a record whatever the path, where the fields of the record are unknown", () => {
    const inputs = { r: STRUCT };
    const node = (wanted: string) => taskNode("n0", wanted, { inputs: { x: promise("", "r", ["a", 0]) } });
    const tasks = [task("record", { x: STRUCT }), task("int", { x: INTEGER })];
    expect(told(workflow("w", [node("record")], { inputs }), { tasks })).toEqual([]);
    expect(told(workflow("w", [node("int")], { inputs }), { tasks })).toEqual([
      promised("integer", "inputs.r.a[0]", "record without a schema"),
    ]);
  });

  it("has no problem if its node has no interface, or the input of the workflow no type", () => {
    const nodes = [gateNode("g", undefined), taskNode("n0", "inc", { inputs: { x: promise("g", "z") } })];
    expect(told(workflow("w", nodes))).toHaveLength(1);
    const use = taskNode("n0", "inc", { inputs: { x: promise("", "u") } });
    expect(told(workflow("w", [use], { inputs: { u: undefined } }))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) -.-: w lacks the type of u.",
    ]);
  });

  it("may be of a node that is listed later, and of the node itself", () => {
    const nodes = [taskNode("n0", "inc", { inputs: { x: promise("n1") } }), taskNode("n1", "gen")];
    expect(told(workflow("w", nodes))).toEqual([]);
    const self = taskNode("n0", "inc", { inputs: { x: promise("n0") } });
    expect(told(workflow("w", [self]))).toEqual([
      "WORKFLOW_CYCLIC (UnreachableNodes) n0.-: Nodes of w wait for each other: n0 before n0.",
    ]);
  });
});
