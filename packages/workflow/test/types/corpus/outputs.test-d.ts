/** One bare output, named ones, or none: what a call gives, what a task returns, what a body wires up. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { FlytePromise, VoidPromise } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { announce, shout, split, square } from "../support/entities.js";

export const calls = workflow({ name: "calls", inputs: { n: t.int() } }, ({ n }) => {
  expectTypeOf(square({ x: n })).toEqualTypeOf<FlytePromise<number, "int">>();
  expectTypeOf(announce()).toEqualTypeOf<VoidPromise>();
  const { head, length } = split({ s: "abc", at: n });
  expectTypeOf(head).toEqualTypeOf<FlytePromise<string, "string">>();
  shout({ s: head });
  square({ x: length });
  // @ts-expect-error no such output
  void split({ s: "abc", at: n }).tail;
  // @ts-expect-error an object of outputs is no output
  shout({ s: split({ s: "abc", at: n }) });
  // @ts-expect-error outputs are given, not set
  split({ s: "abc", at: n }).head = head;
});

const named = {
  inputs: { s: t.string() },
  outputs: { head: t.string(), length: t.int(), original: t.string(), five: t.int() },
} as const;

export const wired = workflow({ name: "wired", ...named }, ({ s }) => {
  const parts = split({ s, at: 2 });
  return { head: parts.head, length: parts.length, original: s, five: 5 };
});

// @ts-expect-error an output is missing
export const missing = workflow({ name: "missing", ...named }, ({ s }) => ({ head: s, length: 1, five: 5 }));

export const unknown = workflow(
  { name: "unknown", ...named },
  // @ts-expect-error there is no output six
  ({ s }) => ({ ...split({ s, at: 2 }), original: s, five: 5, six: 6 }),
);

export const wrong = workflow(
  { name: "wrong", inputs: { n: t.int() }, outputs: { a: t.int(), b: t.float() } },
  // @ts-expect-error b is a float
  ({ n }) => ({ a: n, b: n }),
);

export const passedOn = workflow({ name: "passedOn", outputs: { head: t.string(), length: t.int() } }, () =>
  split({ s: "abc", at: 1 }),
);
export const optionalOutput = workflow(
  { name: "optionalOutput", inputs: { n: t.int() }, outputs: { a: t.int(), b: t.optional(t.int()) } },
  ({ n }) => ({ a: n, b: undefined }),
);

export const noOutput = workflow({ name: "noOutput" }, () => announce());
export const noOutputToo = workflow({ name: "noOutputToo" }, () => {
  announce();
});
// @ts-expect-error nothing is declared, so nothing is given
export const undeclared = workflow({ name: "undeclared", inputs: { n: t.int() } }, ({ n }) => n);

export const texts = task({ name: "texts", output: t.string() }, () => "a");
// @ts-expect-error a task returns what it declares
export const number = task({ name: "number", output: t.string() }, () => 3);
export const both = task(
  { name: "both", inputs: { n: t.int() }, outputs: { a: t.int(), b: t.string() } },
  // @ts-expect-error b is missing
  ({ n }) => ({ a: n }),
);
// @ts-expect-error nothing is declared
export const none = task({ name: "none" }, () => 3);
// @ts-expect-error one bare output or named ones, not both
export const ambiguous = task({ name: "ambiguous", output: t.int(), outputs: { a: t.int() } }, () => 1);
