import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "../graph/graph.js";
import { mapTask } from "../map/map-task.js";
import { mapProblems } from "./check-maps.js";

const add = task({ name: "m.add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const list = t.list(t.int());

function messages(body: (inputs: { readonly xs: never }) => void): readonly string[] {
  const wf = workflow({ name: "wf", inputs: { xs: list } }, ({ xs }) => body({ xs: xs as never }));
  return mapProblems(graphOf(wf)).map(({ message }) => message);
}

describe("mapProblems", () => {
  it("finds lists of different lengths, at the call", () => {
    const wf = workflow({ name: "wf" }, () => {
      mapTask(add)({ a: [1, 2], b: [3] }); // two and one
    });
    expect(mapProblems(graphOf(wf))).toEqual([
      expect.objectContaining({
        code: "MAP_ITEMS_INVALID",
        severity: "error",
        nodeId: "n0",
        message: "mapTask(m.add) goes over lists of different lengths: a has 2, b has 1.",
        location: expect.objectContaining({ line: lineOf(import.meta.url, "two and one") }) as unknown,
      }),
    ]);
  });

  it("finds more successes than items, unless there are no items at all", () => {
    expect(messages(() => void mapTask(square, { minSuccesses: 3 })({ x: [1, 2] }))).toEqual([
      "mapTask(square) has to succeed for 3 items, but goes over 2.",
    ]);
    expect(messages(() => void mapTask(square, { minSuccesses: 2 })({ x: [1, 2] }))).toEqual([]);
    expect(messages(() => void mapTask(square, { minSuccesses: 3 })({ x: [] }))).toEqual([]);
  });

  it("reports nothing for lists of unknown length, and for inputs that are passed whole", () => {
    const whole = task({ name: "whole", inputs: { x: t.int(), all: list }, output: t.int() }, ({ x }) => x);
    expect(messages(({ xs }) => void mapTask(add)({ a: xs, b: [1] }))).toEqual([]);
    expect(messages(() => void mapTask(whole, { over: ["x"] })({ x: [1, 2], all: [1, 2, 3] }))).toEqual([]);
    expect(messages(() => void mapTask(add)({ a: [1, 2], b: [3, 4] }))).toEqual([]);
  });
});
