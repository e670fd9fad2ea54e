import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { traced } from "../../test/support/workflows.js";
import type { TracedCondition } from "../trace/expression.js";
import { t } from "../makers/t.js";
import type { Condition } from "../types/infer.js";

const inputs = {
  n: t.int(),
  big: t.int({ bigint: true }),
  f: t.float(),
  s: t.string(),
  b: t.boolean(),
  at: t.datetime(),
  took: t.duration(),
  color: t.enum(["red"]),
  maybe: t.optional(t.int()),
  rows: t.list(t.int()),
  p: t.struct("P", { x: t.int(), b: t.boolean() }),
};
const all = traced(inputs, (promises) => promises);
const loose = (promise: unknown): any => promise;

/** The two sides and the operator, a promise as its variable and a constant as its primitive. */
function said(condition: Condition): unknown {
  const { expression } = condition as TracedCondition;
  const side = (operand: unknown): unknown => {
    const { kind, target, primitive } = operand as {
      kind: string;
      target: { var: string };
      primitive: { value: unknown };
    };
    return kind === "promise" ? target.var : primitive.value;
  };
  return [side(expression.left), expression.operator, side(expression.right)];
}

describe("comparisonOf", () => {
  it.each(["eq", "ne", "gt", "ge", "lt", "le"] as const)("compares what has an order by %s", (operator) => {
    expect(said(all.n[operator](1))).toEqual(["n", operator, { $case: "integer", value: 1n }]);
    expect(said(all.big[operator](2n ** 62n))).toEqual([
      "big",
      operator,
      { $case: "integer", value: 2n ** 62n },
    ]);
    expect(said(all.f[operator](1))).toEqual(["f", operator, { $case: "floatValue", value: 1 }]);
    expect(said(all.s[operator]("x"))).toEqual(["s", operator, { $case: "stringValue", value: "x" }]);
    expect(said(all.at[operator](new Date(1)))).toEqual([
      "at",
      operator,
      { $case: "datetime", value: { seconds: 0n, nanos: 1_000_000 } },
    ]);
    expect(said(all.took[operator](1500))).toEqual([
      "took",
      operator,
      { $case: "duration", value: { seconds: 1n, nanos: 500_000_000 } },
    ]);
  });

  it("compares booleans", () => {
    expect(said(all.b.eq(false))).toEqual(["b", "eq", { $case: "boolean", value: false }]);
    expect(said(all.b.ne(true))).toEqual(["b", "ne", { $case: "boolean", value: true }]);
    expect(said(all.b.isTrue())).toEqual(["b", "eq", { $case: "boolean", value: true }]);
    expect(said(all.b.isFalse())).toEqual(["b", "eq", { $case: "boolean", value: false }]);
  });

  it("compares promises of one kind", () => {
    expect(said(all.n.gt(all.big))).toEqual(["n", "gt", "big"]);
    expect(said(all.s.eq(all.s))).toEqual(["s", "eq", "s"]);
  });

  it.each([
    [
      "an order of booleans",
      () => loose(all.b).gt(false),
      "inputs.b cannot be compared (gt): booleans have no order",
    ],
    [
      "the truth of a number",
      () => loose(all.n).isTrue(),
      "inputs.n cannot be compared (isTrue): it is not a boolean",
    ],
    [
      "an enum",
      () => loose(all.color).eq("red"),
      'inputs.color cannot be compared (eq): it is of type enum("red")',
    ],
    [
      "an optional",
      () => loose(all.maybe).eq(1),
      "inputs.maybe cannot be compared (eq): it is of type optional integer",
    ],
    [
      "a list",
      () => loose(all.rows).eq([1]),
      "inputs.rows cannot be compared (eq): it is of type list of integer",
    ],
    ["a record", () => loose(all.p).eq(1), "inputs.p cannot be compared (eq): it is of type record P"],
    [
      "a field",
      () => loose(all.p.x).eq(1),
      "inputs.p.x cannot be compared (eq): it is only a part of an input or output",
    ],
    [
      "the truth of a field",
      () => loose(all.p.b).isTrue(),
      "inputs.p.b cannot be compared (isTrue): it is only a part of an input or output",
    ],
    [
      "an element",
      () => loose(all.rows.at(0)).lt(1),
      "inputs.rows[0] cannot be compared (lt): it is only a part of an input or output",
    ],
    [
      "a float with an int",
      () => loose(all.f).eq(all.n),
      "inputs.f cannot be compared (eq): inputs.n is of type integer, not float",
    ],
    [
      "a promise with a field",
      () => loose(all.n).eq(all.p.x),
      "inputs.n cannot be compared (eq): inputs.p.x is only a part of an input or output",
    ],
    [
      "a text with an enum",
      () => loose(all.s).eq(all.color),
      'inputs.s cannot be compared (eq): inputs.color is of type enum("red"), not string',
    ],
  ])("refuses %s", (_what, act, text) => {
    expect(refusal(act)).toBe(`CONDITION_NOT_COMPARABLE: ${text}.`);
  });

  it.each([
    ["nothing", () => loose(all.n).eq(), "inputs.n.eq(...) should be integer, but was nothing"],
    ["null", () => loose(all.n).eq(null), "inputs.n.eq(...) should be integer, but was null"],
    [
      "a text with a number",
      () => loose(all.s).gt(1),
      "inputs.s.gt(...) should be string, but was the number 1",
    ],
    [
      "a fraction with an int",
      () => loose(all.n).lt(0.5),
      "inputs.n.lt(...) should be integer, but was the number 0.5",
    ],
    [
      "a secret with a number",
      () => loose(all.n).eq("hunter2"),
      "inputs.n.eq(...) should be integer, but was a string",
    ],
  ])("refuses to compare %s", (_what, act, text) => {
    expect(refusal(act)).toBe(`VALUE_TYPE_MISMATCH: ${text}.`);
  });

  it("shows the author's line, of a condition and of each refusal", () => {
    const condition = all.n.gt(1); // condition
    expect((condition as TracedCondition).place.location).toEqual(
      here(import.meta.url, "condition", "gt(1)"),
    );
    const field = () => loose(all.p.x).eq(1); // field
    expect(caught(field).location).toEqual(here(import.meta.url, "field", "eq(1)"));
    const kind = () => loose(all.f).eq(all.n); // kind
    expect(caught(kind).location).toEqual(here(import.meta.url, "kind", "eq(all.n)"));
    const constant = () => loose(all.n).eq("x"); // constant
    expect(caught(constant).location).toEqual(here(import.meta.url, "constant", 'eq("x")'));
  });
});

describe("a comparison that is refused in a body", () => {
  it("is a fault of the body, and no condition that nothing asks", () => {
    traced(inputs, ({ n, color }, { faults, conditions }) => {
      loose(color).eq("red");
      n.gt("3" as never);
      n.gt(4);
      expect(faults.splice(0).map(({ code }) => code)).toEqual([
        "CONDITION_NOT_COMPARABLE",
        "VALUE_TYPE_MISMATCH",
      ]);
      expect(conditions.size).toBe(1);
    });
  });
});
