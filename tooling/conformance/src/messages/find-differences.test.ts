import { describe, expect, it } from "vitest";
import { findDifferences } from "./find-differences.js";

describe("findDifferences", () => {
  it("finds none between equal values, whatever the order of keys", () => {
    expect(findDifferences({ a: [1, { b: null }], c: "x" }, { c: "x", a: [1, { b: null }] })).toEqual([]);
  });

  it("goes as deep as it can", () => {
    expect(findDifferences({ a: { "b.c": [1, 2] } }, { a: { "b.c": [1, 3] } })).toEqual([
      { path: "a[b.c][1]", ours: 2, reference: 3 },
    ]);
  });

  it("tells an absent field from one at null, and one kind of value from another", () => {
    expect(findDifferences({ a: null }, {})).toEqual([{ path: "a", ours: null, reference: undefined }]);
    expect(findDifferences({}, { a: {} })).toEqual([{ path: "a", ours: undefined, reference: {} }]);
    expect(findDifferences([1], { 0: 1 })).toEqual([{ path: "", ours: [1], reference: { 0: 1 } }]);
    expect(findDifferences("1", 1)).toEqual([{ path: "", ours: "1", reference: 1 }]);
  });

  it("compares nodes with those of the same id", () => {
    const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, x: 1 }));
    if (a === undefined || b === undefined || c === undefined) throw new Error("no nodes");
    expect(findDifferences({ nodes: [a, c] }, { nodes: [a, b, { ...c, x: 2 }] })).toEqual([
      { path: "nodes[b]", ours: undefined, reference: b },
      { path: "nodes[c].x", ours: 1, reference: 2 },
    ]);
    expect(findDifferences({ nodes: [b, a] }, { nodes: [a, b] })).toEqual([
      { path: "nodes (order)", ours: ["b", "a"], reference: ["a", "b"] },
    ]);
  });

  it("compares by position where two items share an id", () => {
    expect(
      findDifferences(
        [
          { var: "x", v: 1 },
          { var: "x", v: 2 },
        ],
        [{ var: "x", v: 1 }],
      ),
    ).toEqual([{ path: "[1]", ours: { var: "x", v: 2 }, reference: undefined }]);
  });
});
