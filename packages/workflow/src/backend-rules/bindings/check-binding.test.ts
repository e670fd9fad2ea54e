import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { given, mismatch, promised } from "../../../test/support/given.js";
import {
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
  scalar,
  STRING,
  task,
  taskNode,
  text,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { problemsOf, told } from "../../../test/support/problems.js";

describe("a constant", () => {
  it("is of the type of the input", () => {
    expect(given(integer(), INTEGER)).toEqual([]);
    expect(given(integer(), FLOAT)).toEqual([mismatch("float", "integer")]);
    expect(given(integer(), listOf(INTEGER))).toEqual([mismatch("list of integer", "integer")]);
    expect(given(scalar({ $case: "noneType", value: {} }), unionOf(INTEGER, NONE))).toEqual([]);
    expect(given(text("a"), unionOf(enumOf("a"), STRING))).toEqual([
      mismatch(
        'enum("a") or string',
        "string",
        "MismatchingTypes",
        "",
        ' (string fits both enum("a") and string, and the backend cannot tell which is meant)',
      ),
    ]);
  });

  it("of an enum is one of its values", () => {
    expect(given(text("b"), enumOf("a", "b"))).toEqual([]);
    expect(given(text("c"), enumOf("a", "b"))).toEqual([
      mismatch('enum("a", "b")', "another string", "IllegalEnumValue"),
    ]);
    expect(given(integer(), enumOf("a", "b"))).toEqual([mismatch('enum("a", "b")', "integer")]);
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
      mismatch('enum("a")', "another string", "IllegalEnumValue"),
    ]);
    expect(given(scalar({ $case: "union", value: wrapped }), enumOf("a", ""))).toEqual([]);
  });

  it("says what it is", () => {
    const lacks =
      "MESSAGE_INCOMPLETE (UnrecognizedValue) n0.x: w.n0.x lacks the value of its constant, or the type of that value.";
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
      promised("integer", "inputs.s", "string", "[2]"),
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
      "BINDING_AMBIGUOUS (AmbiguousBindingUnionValue) n0.x: w.n0.x takes list of integer or list of string, " +
        "but the given value fits more than one of these types. [list of integer or list of string <- -]",
    ]);
    expect(given(list(promise("", "f")), lists)).toEqual([
      mismatch("list of integer or list of string", "a list", "IncompatibleBindingUnionValue"),
    ]);
    expect(given(map({}), lists)).toEqual([
      mismatch("list of integer or list of string", "a map", "IncompatibleBindingUnionValue"),
    ]);
    expect(given(map({ a: integer() }), unionOf(mapOf(INTEGER), NONE))).toEqual([]);
    expect(given(list(list()), listOf(lists))).toHaveLength(1);
  });

  it("reports no variants if a node that it uses is broken", () => {
    const broken = "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.";
    for (const wanted of [unionOf(listOf(INTEGER), NONE), unionOf(listOf(INTEGER), listOf(STRING))]) {
      const nodes = [
        gateNode("g", undefined),
        taskNode("n0", "takes", { inputs: { x: list(promise("g")) } }),
      ];
      expect(told(workflow("w", nodes), { tasks: [task("takes", { x: wanted })] })).toEqual([broken]);
    }
  });

  it.each([
    ["as it is", listOf(INTEGER), list(promise("last"))],
    ["in a variant", unionOf(listOf(INTEGER), NONE), list(promise("last"))],
  ])("comes after the nodes that it uses, %s", (_, wanted, value) => {
    const nodes = [
      taskNode("n0", "takes", { inputs: { x: value } }),
      taskNode("last", "gen", { after: ["n0"] }),
    ];
    expect(told(workflow("w", nodes), { tasks: [task("takes", { x: wanted })] })).toEqual([
      "WORKFLOW_CYCLIC (UnreachableNodes) n0.-: Nodes of w wait for each other: n0 before last before n0.",
    ]);
  });

  it.each([
    ["one of them is broken", listOf(INTEGER), list(promise("g"), promise("last"))],
    [
      "one of them is broken in a variant",
      listOf(unionOf(listOf(INTEGER), NONE)),
      list(list(promise("g")), list(promise("last"))),
    ],
  ])("comes after none of the nodes that it uses where %s", (_, wanted, value) => {
    const nodes = [
      gateNode("g", undefined),
      taskNode("n0", "takes", { inputs: { x: value } }),
      taskNode("last", "gen", { after: ["n0"] }),
    ];
    expect(told(workflow("w", nodes), { tasks: [task("takes", { x: wanted })] })).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
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
      workflow: "w",
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
