import { runInNewContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { traced } from "../../test/support/workflows.js";
import { t } from "../makers/t.js";
import { isPlainObject, isWellFormed, segmentOf, setOwn } from "./plain-object.js";

describe("isPlainObject", () => {
  it.each([{}, Object.create(null), JSON.parse('{ "__proto__": 1 }'), runInNewContext("({})")])(
    "takes data",
    (value) => {
      expect(isPlainObject(value)).toBe(true);
    },
  );

  it.each([
    null,
    undefined,
    [],
    "x",
    5,
    () => ({}),
    new Map(),
    new Date(),
    new (class A {
      x = 1;
    })(),
    Object.create({}),
  ])("takes nothing else: %#", (value) => {
    expect(isPlainObject(value)).toBe(false);
  });
});

describe("setOwn", () => {
  it("sets a property called __proto__", () => {
    const target: Record<string, number> = {};
    setOwn(target, "__proto__", 1);
    setOwn(target, "a", 2);
    expect(Object.entries(target)).toEqual([
      ["__proto__", 1],
      ["a", 2],
    ]);
  });
});

describe("isPlainObject and inheritance", () => {
  it("refuses what inherits keys, and a promise", () => {
    const bare: object = Object.assign(Object.create(null) as object, { x: 1 });
    expect(isPlainObject(Object.create(bare))).toBe(false);
    expect(isPlainObject(bare)).toBe(true);
    expect(
      traced({ n: t.int(), p: t.struct("P", { x: t.int() }) }, Object.values).map(isPlainObject),
    ).toEqual([false, false]);
  });
});

describe("segmentOf", () => {
  it.each([
    ["name", ".name"],
    ["$a_1", ".$a_1"],
    ["", '[""]'],
    ["a b", '["a b"]'],
    ["0", '["0"]'],
    ['"', String.raw`["\""]`],
  ])("writes the key %j", (key, segment) => {
    expect(segmentOf(key)).toBe(segment);
  });
});

describe("isWellFormed", () => {
  it.each(["", "a", "😀", "\ufffd"])("takes %j", (text) => {
    expect(isWellFormed(text)).toBe(true);
  });

  it.each(["\ud83d", "a\ude00", "\ude00\ud83d"])("refuses half a pair: %#", (text) => {
    expect(isWellFormed(text)).toBe(false);
  });
});
