/** Only what the backend compares has operators: whole inputs and outputs of one primitive kind. */
import { and, or, t, task, workflow } from "@flytekit-ts/workflow";
import type { Condition } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { maybe, not, shout, square } from "../support/entities.js";

const pair = t.struct("Pair", { a: t.int(), on: t.boolean() });
const makePair = task({ name: "makePair", output: pair }, () => ({ a: 1, on: true }));
const color = task({ name: "color", output: t.enum(["red", "green"]) }, () => "red" as const);
const file = task({ name: "numbers", output: t.list(t.int()) }, () => [1]);

const inputs = {
  n: t.int(),
  f: t.float(),
  s: t.string(),
  b: t.boolean(),
  d: t.datetime(),
  took: t.duration(),
};

export const comparisons = workflow({ name: "comparisons", inputs }, ({ n, f, s, b, d, took }) => {
  expectTypeOf(n.gt(3)).toEqualTypeOf<Condition>();
  void [n.eq(1), n.ne(1), n.gt(1), n.ge(1), n.lt(1), n.le(n), n.lt(square({ x: n }))];
  void [f.eq(0.5), f.ne(0.5), f.gt(0.5), f.ge(0.5), f.lt(f), f.le(0.5)];
  void [s.eq("x"), s.ne("x"), s.gt("x"), s.lt(shout({ s }))];
  void [d.gt(new Date()), d.eq(d), took.lt(1000)];
  void [b.eq(true), b.ne(b), b.isTrue(), b.isFalse(), not({ b }).isTrue()];

  // @ts-expect-error an int with a text
  n.gt("a");
  // @ts-expect-error an int with a float
  n.gt(f);
  // @ts-expect-error a float with an int
  f.eq(n);
  // @ts-expect-error a text with a number
  s.eq(3);
  // @ts-expect-error a point in time with a text
  d.gt("2020-01-01");
  // @ts-expect-error an int with what may be none
  n.eq(maybe());
  // @ts-expect-error booleans have no order
  b.gt(true);
  // @ts-expect-error an int is not true or false
  n.isTrue();

  // @ts-expect-error the backend compares no enums
  color().eq("red");
  // @ts-expect-error nor lists
  file().eq([1]);
  // @ts-expect-error nor elements
  file().at(0).eq(1);
  // @ts-expect-error nor records
  makePair().eq(makePair());
  // @ts-expect-error nor fields
  makePair().a.gt(1);
  // @ts-expect-error nor boolean fields
  makePair().on.isTrue();
  // @ts-expect-error nor optionals
  maybe().eq(1);
});

export const combined = workflow({ name: "combined", inputs }, ({ n, s, b }) => {
  expectTypeOf(n.gt(1).and(s.eq("x")).or(b.isTrue())).toEqualTypeOf<Condition>();
  n.gt(1).and(n.lt(5), n.ne(3));
  expectTypeOf(n.gt(1).and(b)).toEqualTypeOf<Condition>();
  expectTypeOf(or(b, n.gt(1))).toEqualTypeOf<Condition>();
  expectTypeOf(and(...[n.gt(1), n.lt(5)])).toEqualTypeOf<Condition>();
  // @ts-expect-error only a boolean is a question
  n.gt(1).and(n);
  // @ts-expect-error a plain boolean is known now, no question for then
  n.gt(1).or(true);
  // @ts-expect-error a condition is no value
  not({ b: n.gt(1) });
});
