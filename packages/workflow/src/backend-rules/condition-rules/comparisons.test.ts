import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  BOOLEAN,
  both,
  branchNode,
  compare,
  constant,
  enumOf,
  FLOAT,
  INTEGER,
  listOf,
  NONE,
  ONE,
  promise,
  recordOf,
  STRING,
  STRUCT,
  taskNode,
  type,
  unionOf,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

type Operator = keyof typeof idl.ComparisonExpression_Operator;
const then = taskNode("n", "gen");
const simple = (value: idl.SimpleType) => type({ $case: "simple", value });

/** A workflow with inputs of these types, all of which its conditional takes. */
function deciding(
  types: Record<string, idl.LiteralType>,
  condition: idl.BooleanExpression,
): readonly string[] {
  const inputs = Object.fromEntries(Object.keys(types).map((name) => [name, promise("", name)]));
  const branch = branchNode("b", { cases: [[condition, then]], else: "none", inputs });
  return told(workflow("w", [branch], { inputs: types }));
}

describe("the sides of a comparison", () => {
  it("have one type", () => {
    expect(deciding({ x: INTEGER }, compare("x", "GT", ONE))).toEqual([]);
    expect(deciding({ x: FLOAT }, compare("x", "GT", ONE))).toEqual([
      "CONDITION_TYPES_DIFFER (MismatchingTypes) b.x: A condition of w.b compares x (float) with a constant (integer). [float <- integer]",
    ]);
    expect(deciding({ x: FLOAT }, compare(ONE, "LT", "x"))).toEqual([
      "CONDITION_TYPES_DIFFER (MismatchingTypes) b.-: A condition of w.b compares a constant (integer) with x (float). [integer <- float]",
    ]);
    expect(deciding({ x: INTEGER, s: STRING }, compare("x", "EQ", "s"))).toHaveLength(1);
  });

  it("have exactly the same type: an optional, an enum or a tag differs from a plain type", () => {
    const text = constant({ $case: "stringValue", value: "a" });
    expect(deciding({ x: enumOf("a", "b") }, compare("x", "EQ", text))).toHaveLength(1);
    expect(deciding({ x: unionOf(INTEGER, NONE) }, compare("x", "EQ", ONE))).toHaveLength(1);
    const tagged = { ...INTEGER, structure: { tag: "int", dataclassType: new Map() } };
    expect(deciding({ x: tagged }, compare("x", "EQ", ONE))).toHaveLength(1);
    const noted = { ...INTEGER, annotation: { annotations: { unit: "m" } } };
    expect(deciding({ x: noted, y: noted }, compare("x", "EQ", "y"))).toEqual([]);
    expect(deciding({ x: noted }, compare("x", "EQ", ONE))).toHaveLength(1);
  });

  it("are looked at in every part of every condition", () => {
    const wrong = compare("x", "EQ", ONE);
    expect(deciding({ x: FLOAT }, both(wrong, both(wrong, compare("x", "EQ", "x"))))).toHaveLength(2);
  });

  it("have values", () => {
    const empty = constant(undefined);
    const lacks = "b.-: w.b lacks the value of a constant in a condition.";
    expect(deciding({ x: INTEGER }, compare("x", "EQ", empty))).toEqual([
      `MESSAGE_INCOMPLETE (MismatchingTypes) ${lacks}`,
    ]);
    expect(deciding({ x: INTEGER }, compare(empty, "EQ", "x"))).toEqual([
      `MESSAGE_INCOMPLETE (MismatchingTypes) ${lacks}`,
    ]);
    expect(deciding({}, compare(empty, "EQ", empty))).toEqual([`MESSAGE_INCOMPLETE (-) ${lacks}`]);
  });
});

describe("what is compared", () => {
  it.each(["EQ", "NEQ"] as const)("may be a boolean with %s", (operator) => {
    expect(deciding({ x: BOOLEAN }, compare("x", operator, "x"))).toEqual([]);
  });

  it.each([
    ["GT", "gt"],
    ["GTE", "ge"],
    ["LT", "lt"],
    ["LTE", "le"],
  ] as const)("may be no boolean with %s, which the backend does not see", (operator: Operator, word) => {
    expect(deciding({ x: BOOLEAN }, compare("x", operator, "x"))).toEqual([
      `CONDITION_NOT_COMPARABLE (-) b.x: w.b.x cannot be compared (${word}): booleans have no order. [- <- boolean]`,
    ]);
    const yes = constant({ $case: "boolean", value: true });
    expect(deciding({}, compare(yes, operator, yes))).toEqual([
      `CONDITION_NOT_COMPARABLE (-) b.-: A constant of w.b cannot be compared (${word}): booleans have no order. [- <- boolean]`,
    ]);
  });

  it.each([
    idl.SimpleType.INTEGER,
    idl.SimpleType.FLOAT,
    idl.SimpleType.STRING,
    idl.SimpleType.DATETIME,
    idl.SimpleType.DURATION,
  ])("may be of the simple kind %i", (kind) => {
    expect(deciding({ x: simple(kind) }, compare("x", "LTE", "x"))).toEqual([]);
  });

  it("is reported with its operator", () => {
    expect(deciding({ x: STRUCT }, compare("x", "NEQ", "x"))).toEqual([
      "CONDITION_NOT_COMPARABLE (-) b.x: w.b.x cannot be compared (ne): it is of type record without a schema. [- <- record without a schema]",
    ]);
  });

  it.each([-1, 6])("may be compared by no operator %i", (operator) => {
    const condition = compare("x", "EQ", "x");
    if (condition.expr?.$case === "comparison") Reflect.set(condition.expr.value, "operator", operator);
    expect(deciding({ x: INTEGER }, condition)).toEqual([
      `CONDITION_NOT_COMPARABLE (-) b.x: w.b.x cannot be compared (operator ${operator}): there is no such operator. [- <- integer]`,
    ]);
  });

  it("may be an enum", () => {
    expect(deciding({ x: enumOf("a") }, compare("x", "EQ", "x"))).toEqual([]);
  });

  it.each([
    ["none", NONE],
    ["record without a schema", STRUCT],
    ["binary", simple(idl.SimpleType.BINARY)],
    ["list of integer", listOf(INTEGER)],
    ["optional integer", unionOf(INTEGER, NONE)],
    ["no type", type(undefined)],
  ] as const)("may be no %s", (words, type) => {
    expect(deciding({ x: type }, compare("x", "EQ", "x"))).toEqual([
      `CONDITION_NOT_COMPARABLE (-) b.x: w.b.x cannot be compared (eq): it is of type ${words}. [- <- ${words}]`,
    ]);
  });
});

describe("a part of an output", () => {
  const types = { p: recordOf({ n: INTEGER, r: STRUCT }), l: listOf(INTEGER) };
  const branch = (ref: idl.BindingData) =>
    branchNode("b", { cases: [[compare("x", "EQ", ONE), then]], else: "none", inputs: { x: ref } });

  it("cannot be compared, which is reported where it is bound", () => {
    expect(told(workflow("w", [branch(promise("", "p", ["n"]))], { inputs: types }))).toEqual([
      "INPUT_NOT_WHOLE (MismatchingTypes) b.x: w.b.x is given inputs.p.n, but conditionals and approvals take only whole outputs. [record { n, r } <- integer]",
    ]);
    expect(told(workflow("w", [branch(promise("", "l", [0]))], { inputs: types }))).toHaveLength(1);
    expect(told(workflow("w", [branch(promise("", "[0].l"))], { inputs: types }))).toHaveLength(1);
  });

  it("has the type of the whole where that is the same to the backend", () => {
    expect(told(workflow("w", [branch(promise("", "p", ["r"]))], { inputs: types }))).toEqual([
      "CONDITION_TYPES_DIFFER (MismatchingTypes) b.x: A condition of w.b compares x (record { n, r }) with a constant (integer). [record { n, r } <- integer]",
    ]);
  });
});
