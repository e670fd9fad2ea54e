import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import type { Shape, TypeLike } from "./infer.js";
import { fromLiterals, toLiterals } from "./literal-map.js";
import { runtimeType } from "./runtime-type.js";

const typesOf = (shape: Shape) =>
  new Map(Object.entries(shape).map(([name, type]: [string, TypeLike]) => [name, runtimeType(type, name)]));
const types = typesOf({ n: t.int(), tags: t.list(t.string()).default(["a"]), nick: t.optional(t.string()) });

describe("toLiterals", () => {
  it("fills in defaults and none, in declared order", () => {
    const literals = toLiterals(types, { nick: null, n: 1 });
    expect([...literals.keys()]).toEqual(["n", "tags", "nick"]);
    expect(fromLiterals(types, literals)).toEqual({ n: 1, tags: ["a"], nick: undefined });
  });

  it.each([
    [{}, "n should be integer, but was nothing"],
    [{ n: "1" }, "n should be integer, but was a string"],
    [{ n: 1, tags: ["a", 1] }, "tags[1] should be string, but was the number 1"],
    [{ n: 1, m: 1 }, "m should be nothing (there is no such variable), but was a value"],
  ])("refuses %j", (values, text) => {
    expect(refusal(() => toLiterals(types, values))).toBe(`VALUE_TYPE_MISMATCH: ${text}.`);
  });

  it("does not take what every object inherits for a value", () => {
    const odd = typesOf({ constructor: t.optional(t.string()), toString: t.string().default("x") });
    expect(fromLiterals(odd, toLiterals(odd, {}))).toEqual({ constructor: undefined, toString: "x" });
  });
});

describe("fromLiterals", () => {
  it("passes over literals that have no variable", () => {
    const literals = new Map([
      ["n", toLiteral(t.int(), 1)],
      ["more", toLiteral(t.int(), 2)],
    ]);
    expect(fromLiterals(types, literals)).toEqual({ n: 1, tags: ["a"], nick: undefined });
  });

  it("gives each caller a default of its own", () => {
    const literals = new Map([["n", toLiteral(t.int(), 1)]]);
    (fromLiterals(types, literals)["tags"] as string[]).push("changed");
    expect(fromLiterals(types, literals)["tags"]).toEqual(["a"]);
  });

  it("names the variable that is missing or wrong", () => {
    expect(refusal(() => fromLiterals(types, new Map()))).toBe(
      "VALUE_TYPE_MISMATCH: n should be integer, but was nothing.",
    );
    expect(refusal(() => fromLiterals(types, new Map([["n", toLiteral(t.string(), "x")]])))).toMatch(
      /: n should be integer/,
    );
  });
});
