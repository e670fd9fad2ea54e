import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { inputPromises } from "../graph/input-promises.js";
import { createInterface } from "../entity/interface.js";
import { withTracer } from "../graph/tracer.js";
import { describeValue, quoteValue } from "./describe-value.js";
import { t } from "./t.js";

const promise = withTracer("w", ({ start }) => {
  return inputPromises(createInterface({ name: "w", inputs: { secret: t.string() } }, "workflow"), start)[
    "secret"
  ];
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
    [promise, "a promise"],
  ])("shows what an author wrote as an option: %#", (value, words) => {
    expect(quoteValue(value)).toBe(words);
  });
});
