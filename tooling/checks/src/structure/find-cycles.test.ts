import { expect, it } from "vitest";

import { findCycles } from "./find-cycles.js";

function cyclesOf(edges: Record<string, string[]>): string[] {
  return findCycles(new Map(Object.entries(edges))).map((cycle) => cycle.join(" "));
}

it("finds nothing in a chain or a diamond", () => {
  expect(cyclesOf({ a: ["b", "c"], b: ["d"], c: ["d"], d: ["outside"] })).toEqual([]);
});

it("finds a node that leads to itself", () => {
  expect(cyclesOf({ a: ["a"], b: ["a"] })).toEqual(["a a"]);
});

it("reports a cycle once, by its shortest way round", () => {
  expect(cyclesOf({ a: ["b"], b: ["c"], c: ["d", "a"], d: ["a"] })).toEqual(["a b c a"]);
});

it("reports separate cycles separately", () => {
  expect(cyclesOf({ a: ["b"], b: ["a"], c: ["d", "a"], d: ["c"] })).toEqual(["a b a", "c d c"]);
});
