import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { toRunInputs } from "./run-inputs.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

describe("toRunInputs", () => {
  it.each([
    [null, "null"],
    [[1], "an array"],
    [3, "the number 3"],
    ["x", "a string"],
    [() => 1, "a function"],
  ])("refuses inputs that are not an object, as %o", (given, words) => {
    expect(() => toRunInputs(inc, given)).toThrow(
      `inc cannot run with these inputs:\n  - inputs must be an object with the names of inputs as keys, but ${words} was given`,
    );
  });
});
