import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  data,
  enumOf,
  FLOAT,
  gateNode,
  INTEGER,
  integer,
  list,
  listOf,
  map,
  mapOf,
  NONE,
  primitive,
  promise,
  recordOf,
  scalar,
  STRING,
  STRUCT,
  task,
  taskNode,
  text,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { problemsOf, told } from "../../../test/support/problems.js";

const INPUTS = {
  i: INTEGER,
  f: FLOAT,
  s: STRING,
  l: listOf(INTEGER),
  m: mapOf(STRING),
  p: recordOf({ n: INTEGER, deep: recordOf({ l: listOf(STRING) }) }),
  o: unionOf(INTEGER, NONE),
};

/** What is wrong with giving `value` to an input of this type. */
function given(value: idl.BindingData | undefined, wanted: idl.LiteralType): readonly string[] {
  const tasks = [task("takes", { x: wanted })];
  return told(workflow("w", [taskNode("n0", "takes", { inputs: { x: value } })], { inputs: INPUTS }), {
    tasks,
  });
}

const mismatch = (wanted: string, got: string, code = "MismatchingTypes", path = "") =>
  `BINDING_TYPE_MISMATCH (${code}) n0.x: w.n0.x${path} takes ${wanted}, but was given ${got}. [${wanted} <- ${got}]`;

describe("a constant", () => {
  it("is of the type of the input", () => {
    expect(given(integer(), INTEGER)).toEqual([]);
    expect(given(integer(), FLOAT)).toEqual([mismatch("float", "integer")]);
    expect(given(integer(), listOf(INTEGER))).toEqual([mismatch("list of integer", "integer")]);
    expect(given(scalar({ $case: "noneType", value: {} }), unionOf(INTEGER, NONE))).toEqual([]);
    expect(given(text("a"), unionOf(enumOf("a"), STRING))).toEqual([
      mismatch('union of one of "a", string', "string"),
    ]);
  });

  it("of an enum is one of its values", () => {
    expect(given(text("b"), enumOf("a", "b"))).toEqual([]);
    expect(given(text("c"), enumOf("a", "b"))).toEqual([
      mismatch('one of "a", "b"', "another string", "IllegalEnumValue"),
    ]);
    expect(given(integer(), enumOf("a", "b"))).toEqual([mismatch('one of "a", "b"', "integer")]);
    const wrapped = idl.Union.create({
      type: STRING,
      value: {
        value: {
          $case: "scalar",
          value: { value: { $case: "primitive", value: { value: { $case: "stringValue", value: "a" } } } },
        },
      },
    });
    expect(given(scalar({ $case: "union", value: wrapped }), enumOf("a"))).toEqual([
      mismatch('one of "a"', "another string", "IllegalEnumValue"),
    ]);
    expect(given(scalar({ $case: "union", value: wrapped }), enumOf("a", ""))).toEqual([]);
  });

  it("says what it is", () => {
    const lacks =
      "MESSAGE_INCOMPLETE (UnrecognizedValue) n0.x: w.n0.x lacks the value of its constant, or the type of that.";
    expect(given(scalar(undefined), INTEGER)).toEqual([lacks]);
    expect(given(scalar({ $case: "blob", value: idl.Blob.create({}) }), INTEGER)).toEqual([lacks]);
    expect(given(scalar(undefined), enumOf("a"))).toEqual([lacks]);
  });

  it("that is a primitive without value counts as none", () => {
    expect(given(primitive(undefined), NONE)).toEqual([]);
    expect(given(primitive(undefined), INTEGER)).toEqual([mismatch("integer", "none")]);
  });
});

describe("a list or map", () => {
  it("is checked element by element, with the way to each", () => {
    expect(given(list(), listOf(INTEGER))).toEqual([]);
    expect(given(list(integer(), promise("", "i")), listOf(INTEGER))).toEqual([]);
    expect(given(list(integer(), text("a"), promise("", "s")), listOf(INTEGER))).toEqual([
      mismatch("integer", "string", "MismatchingTypes", "[1]"),
      mismatch("integer", "string", "MismatchingTypes", "[2]"),
    ]);
    expect(given(map({ a: integer(), "b c": text("") }), mapOf(INTEGER))).toEqual([
      mismatch("integer", "string", "MismatchingTypes", '["b c"]'),
    ]);
    expect(given(map({ a: list(map({ b: text("") })) }), mapOf(listOf(mapOf(INTEGER))))).toEqual([
      mismatch("integer", "string", "MismatchingTypes", '["a"][0]["b"]'),
    ]);
  });

  it("stands for a list or map only", () => {
    expect(given(list(integer()), INTEGER)).toEqual([mismatch("integer", "a list", "MismatchingBindings")]);
    expect(given(list(), mapOf(INTEGER))).toEqual([
      mismatch("map of integer", "a list", "MismatchingBindings"),
    ]);
    expect(given(map({}), INTEGER)).toEqual([mismatch("integer", "a map", "MismatchingBindings")]);
    expect(given(map({}), listOf(INTEGER))).toEqual([
      mismatch("list of integer", "a map", "MismatchingBindings"),
    ]);
    const away = idl.LiteralOffloadedMetadata.create({ uri: "s3://b/x" });
    expect(given(data({ $case: "offloadedMetadata", value: away }), INTEGER)).toEqual([
      mismatch("integer", "a value that is stored elsewhere", "MismatchingBindings"),
    ]);
  });

  it("fits exactly one variant of a union", () => {
    const lists = unionOf(listOf(INTEGER), listOf(STRING));
    expect(given(list(integer()), lists)).toEqual([]);
    expect(given(list(), lists)).toEqual([
      "BINDING_AMBIGUOUS (AmbiguousBindingUnionValue) n0.x: w.n0.x takes union of list of integer, list of string, " +
        "and what was given fits more than one of these. [union of list of integer, list of string <- -]",
    ]);
    expect(given(list(promise("", "f")), lists)).toEqual([
      mismatch("union of list of integer, list of string", "a list", "IncompatibleBindingUnionValue"),
    ]);
    expect(given(map({}), lists)).toEqual([
      mismatch("union of list of integer, list of string", "a map", "IncompatibleBindingUnionValue"),
    ]);
    expect(given(map({ a: integer() }), unionOf(mapOf(INTEGER), NONE))).toEqual([]);
    expect(given(list(list()), listOf(lists))).toHaveLength(1);
  });

  it("tells nothing of variants where a node that it uses is broken", () => {
    const tasks = [task("takes", { x: unionOf(listOf(INTEGER), NONE) })];
    const nodes = [gateNode("g", undefined), taskNode("n0", "takes", { inputs: { x: list(promise("g")) } })];
    expect(told(workflow("w", nodes), { tasks })).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
    ]);
  });
});

describe("a promise", () => {
  it("is of the type of the input", () => {
    expect(given(promise("", "i"), INTEGER)).toEqual([]);
    expect(given(promise("start-node", "i"), INTEGER)).toEqual([]);
    expect(given(promise("", "i"), FLOAT)).toEqual([mismatch("float", "integer")]);
    expect(given(promise("", "o"), INTEGER)).toEqual([mismatch("integer", "optional integer")]);
    expect(given(promise("", "i"), unionOf(INTEGER, NONE))).toEqual([]);
  });

  it("is of a node that is there", () => {
    const out = (node: string) =>
      `PROMISE_OUT_OF_PLACE (NodeReferenceNotFound) n0.x: w.n0.x uses ${node}.o0, which belongs to another run of a workflow body than w.`;
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
      `VARIABLE_NAME_INVALID (SyntaxError) n0.x: ${JSON.stringify(name)} in the promise at w.n0.x is no variable name: ` +
        "a letter or underscore, then letters, digits and underscores.",
    ]);
  });

  it("may ask for an element of a list in the old way", () => {
    expect(given(promise("", "[0].l"), INTEGER)).toEqual([]);
    expect(given(promise("", "[7].l"), STRING)).toEqual([mismatch("string", "integer")]);
    expect(given(promise("", "[0].i"), INTEGER)).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n0.x: w.n0.x takes a list for inputs.[0].i, but was given integer. [list <- integer]",
    ]);
  });

  it("follows its path into lists, maps and fields of records", () => {
    expect(given(promise("", "l", [3]), INTEGER)).toEqual([]);
    expect(given(promise("", "m", ["k"]), STRING)).toEqual([]);
    expect(given(promise("", "p", ["n"]), INTEGER)).toEqual([]);
    expect(given(promise("", "p", ["deep", "l", 0]), STRING)).toEqual([]);
    expect(given(promise("", "p", ["deep", "l"]), INTEGER)).toEqual([mismatch("integer", "list of string")]);
    expect(given(promise("", "p", ["deep", "z", 0]), STRING)).toEqual([
      "ATTRIBUTE_NOT_FOUND (FieldNotFound) n0.x: w.n0.x takes the part inputs.p.deep.z[0] of a value that has no .z there.",
    ]);
    expect(given(promise("", "p", [0]), STRING)).toEqual([
      "ATTRIBUTE_NOT_FOUND (FieldNotFound) n0.x: w.n0.x takes the part inputs.p[0] of a value that has no [0] there.",
    ]);
  });

  it("gives a record whatever the path, where the fields of the record are unknown", () => {
    const inputs = { r: STRUCT };
    const node = (wanted: string) => taskNode("n0", wanted, { inputs: { x: promise("", "r", ["a", 0]) } });
    const tasks = [task("record", { x: STRUCT }), task("int", { x: INTEGER })];
    expect(told(workflow("w", [node("record")], { inputs }), { tasks })).toEqual([]);
    expect(told(workflow("w", [node("int")], { inputs }), { tasks })).toEqual([
      mismatch("integer", "record"),
    ]);
  });

  it("is told nothing where its node has no interface, or the input of the workflow no type", () => {
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

describe("the inputs of a node", () => {
  const tasks = [task("takes", { x: INTEGER, y: unionOf(STRING, NONE), z: STRING })];
  const takes = (inputs: Record<string, idl.BindingData | undefined>) =>
    told(workflow("w", [taskNode("n0", "takes", { inputs })]), { tasks });

  it("are all there, but those that take none", () => {
    expect(takes({ x: integer(), z: text("") })).toEqual([]);
    expect(takes({ z: text("") })).toEqual([
      "INPUT_MISSING (ParameterNotBound) n0.x: w.n0 needs its input x (integer), but the call gives none. [integer <- -]",
    ]);
    expect(takes({})).toHaveLength(2);
  });

  it("are declared", () => {
    expect(takes({ x: integer(), z: text(""), q: undefined })).toEqual([
      "INPUT_UNKNOWN (VariableNameNotFound) n0.q: w.n0 has no input q; it has x, y, z.",
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
    const twice = "BINDING_TWICE (ParameterBoundMoreThanOnce) n0.x: w.n0.x is given more than once.";
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
      "INPUT_MISSING (-) n0.x: w.n0 needs its input x (union of list of integer, string), but the call gives none. " +
        "[union of list of integer, string <- -]",
    ]);
    const plain = unionOf(INTEGER, STRING);
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: [task("t", { x: plain })] })).toEqual([
      "INPUT_MISSING (ParameterNotBound) n0.x: w.n0 needs its input x (union of integer, string), but the call gives none. " +
        "[union of integer, string <- -]",
    ]);
  });

  it("are told all at once", () => {
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
      "OUTPUT_MISSING (ParameterNotBound) -.a: The body of w gives nothing for its output a (integer). [integer <- -]",
    ]);
    expect(told(workflow("w", gen, { outputs, results: { a: integer(), c: integer() } }))).toEqual([
      "OUTPUT_UNKNOWN (VariableNameNotFound) -.c: The body of w returns c, which is none of its outputs (a, b).",
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
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n1.x: w.n1.x takes integer, but was given string. [integer <- string]",
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
      "MESSAGE_INCOMPLETE (UnrecognizedValue) g.v0: w.g.v0 lacks the value of its constant, or the type of that.",
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
      "BINDING_TWICE (ParameterBoundMoreThanOnce) g.a: w.g.a is given more than once.",
    ]);
  });

  it("are whole outputs", () => {
    expect(approve(promise("", "p", ["n"]))).toEqual([
      "INPUT_NOT_WHOLE (MismatchingTypes) g.v0: w.g.v0 is given inputs.p.n, but conditionals and approvals take whole outputs. " +
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

describe("a problem with a binding", () => {
  it("has the hint of its code", () => {
    const [problem] = problemsOf(
      workflow("w", [taskNode("n0", "inc", { inputs: { x: primitive({ $case: "boolean", value: true }) } })]),
    );
    expect(problem).toEqual({
      code: "BINDING_TYPE_MISMATCH",
      severity: "error",
      backendCode: "MismatchingTypes",
      nodeId: "n0",
      input: "x",
      expected: "integer",
      got: "boolean",
      message: "w.n0.x takes integer, but was given boolean.",
      hint: "Give a value or promise of the declared type, or convert it in a task of its own.",
    });
  });
});
