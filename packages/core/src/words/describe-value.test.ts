import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { createCallable } from "../call/callable.js";
import { createInterface } from "../entity/interface.js";
import { inputPromises } from "../promise/input-promises.js";
import { createVoidPromise } from "../promise/void-promise.js";
import { task } from "../task/task.js";
import { withTracer } from "../trace/active-tracer.js";
import { t } from "../makers/t.js";
import { describeKind, describeValue, quoteValue } from "./describe-value.js";

const promise = withTracer("w", ({ start }) => {
  return inputPromises(createInterface({ name: "w", inputs: { secret: t.string() } }, "workflow"), start)[
    "secret"
  ];
});

const condition = withTracer("w", ({ start }) => {
  const declared = createInterface({ name: "w", inputs: { n: t.int() } }, "workflow");
  return (inputPromises(declared, start)["n"] as unknown as { gt(n: number): unknown }).gt(1);
});
const notify = task({ name: "m.notify" }, () => {});
const launchPlan = createCallable({
  kind: "launch-plan",
  name: "m.plan",
  interface: createInterface({ name: "m.plan" }, "launch plan"),
  definedAt: { location: undefined },
});

describe("describeKind", () => {
  it("shows nothing of a value", () => {
    expect([4711, 5n, "hunter2", null].map(describeKind)).toEqual([
      "a number",
      "a bigint",
      "a string",
      "null",
    ]);
  });
});

it("quoteValue cuts off what is no name", () => {
  expect(quoteValue("a".repeat(100))).toBe(`"${"a".repeat(100)}"`);
  expect(quoteValue("a".repeat(101))).toBe(`"${"a".repeat(100)}..." (101 characters)`);
});

describe("describeValue", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    [5, "the number 5"],
    [-0, "the number 0"],
    [NaN, "the number NaN"],
    [2 ** 53, "the number 9007199254740992 (beyond 2^53 - 1)"],
    [1.5, "the number 1.5"],
    [5n, "the bigint 5"],
    [true, "a boolean"],
    ["hunter2", "a string"],
    ["\udc00", "a string with half a surrogate pair"],
    [Symbol("hunter2"), "a symbol"],
    [() => "hunter2", "a function"],
    [["hunter2"], "an array"],
    [{ password: "hunter2" }, "an object"],
    [{ head: promise, rest: promise }, "an object of promises (head, rest)"],
    [{ head: promise, password: "hunter2" }, "an object"],
    [Object.create(null), "an object"],
    [new Date(0), "a Date"],
    [new Date(NaN), "an invalid Date"],
    [runInNewContext("new Date(0)"), "a Date"],
    [new Map([["hunter2", 1]]), "an object of class Map"],
    [
      new (class Vault {
        x = 1;
      })(),
      "an object of class Vault",
    ],
    [
      new (class {
        x = 1;
      })(),
      "an object",
    ],
    [
      new (class {
        static name = 5;
        x = 1;
      })(),
      "an object",
    ],
    [new Uint8Array(3), "an object of class Uint8Array"],
    [promise, "a promise"],
    [notify, "the task m.notify"],
    [launchPlan, "the launch plan m.plan"],
    [createVoidPromise({ trace: {}, index: 0, entity: "x" }), "the result of a call without outputs"],
    [{ "~void": true, outputs: {} }, "the result of a call without outputs"],
    [{ "~void": true, outputs: { o0: promise } }, "a node, and not one of its outputs"],
    [{ "~unfinished": true }, "a conditional without a last arm"],
    [condition, "a condition"],
  ])("shows kinds and numbers, never content: %#", (value, words) => {
    expect(describeValue(value)).toBe(words);
  });
});

describe("quoteValue", () => {
  it.each([
    ["two words", '"two words"'],
    [5, "5"],
    [true, "true"],
    [5n, "the bigint 5"],
    [undefined, "nothing"],
    [{ password: "hunter2" }, "an object"],
    [{ head: promise, rest: promise }, "an object of promises (head, rest)"],
    [{ head: promise, password: "hunter2" }, "an object"],
    [promise, "a promise"],
  ])("shows what an author wrote as an option: %#", (value, words) => {
    expect(quoteValue(value)).toBe(words);
  });
});
