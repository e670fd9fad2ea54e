import { describe, expect, it } from "vitest";
import { extentOf, isObject } from "./extent-of.js";

describe("extentOf", () => {
  it("counts the objects, lists and maps inside, and how deeply they are nested", () => {
    expect(extentOf({}, 10)).toEqual({ parts: 1, height: 0 });
    expect(extentOf({ a: [new Map([["b", {}]])], c: "text", d: Uint8Array.of(1) }, 10)).toEqual({
      parts: 4,
      height: 3,
    });
  });

  it("counts a shared part each time, and walks it once", () => {
    let shared: object = {};
    for (let i = 0; i < 60; i += 1) shared = { a: shared, b: shared };
    expect(extentOf(shared, 100)).toEqual({ parts: 2 ** 61 - 1, height: 60 });
  });

  it("adds up the heights of shared parts, wherever they were met first", () => {
    let tower: object = {};
    for (let i = 0; i < 6; i += 1) tower = [tower];
    expect(extentOf({ first: tower, second: [[[[[tower]]]]] }, 20).height).toBe(12);
  });

  it("is endless for what contains itself, or nests too deeply", () => {
    const own: unknown[] = [];
    own.push({ own });
    expect(extentOf(own, 10)).toEqual({ parts: Infinity, height: Infinity });
    expect(extentOf([[[]]], 1)).toMatchObject({ height: Infinity });
  });
});

describe("isObject", () => {
  it("takes bytes for one value", () => {
    expect([{}, [], new Map(), Uint8Array.of(1), null, "text"].map(isObject)).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });
});
