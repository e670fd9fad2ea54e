import { describe, expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import { typeCasts } from "../../test/support/type-casts.js";
import { INT } from "../../test/support/types.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "../types/infer.js";
import { castability } from "./castability.js";

const between = (from: TypeLike, to: TypeLike): string =>
  castability(transformerOf(from).literalType, transformerOf(to).literalType);

describe("castability", () => {
  it("agrees with the backend", () => {
    const casts = typeCasts();
    expect(casts).toHaveLength(1400);
    const others = casts.flatMap(({ name, upstream, downstream, wanted }) => {
      const given = castability(upstream, downstream);
      return given === wanted ? [] : [`${name} is ${given}, and ${wanted} to the backend`];
    });
    expect(others).toEqual([]);
  });

  it("does not care about the identity of types", () => {
    for (const { upstream, name } of typeCasts()) {
      expect(`${name} ${castability(upstream, upstream)}`).toBe(
        `${name} ${castability(upstream, structuredClone(upstream))}`,
      );
    }
  });

  it.each([
    ["an int for a float", t.int(), t.float(), false],
    ["both forms of an int", t.int({ bigint: true }), t.int(), true],
    ["a value for an optional", t.int(), t.optional(t.int()), true],
    ["an optional for a value", t.optional(t.int()), t.int(), false],
    ["none for an optional", t.none(), t.optional(t.int()), true],
    ["an enum for a text", t.enum(["a"]), t.string(), true],
    ["a list of values for one of optionals", t.list(t.int()), t.list(t.optional(t.int())), true],
    ["an empty list", t.list(t.none()), t.list(t.int()), true],
    ["a record for a map", t.struct("A", { x: t.int() }), t.map(t.int()), false],
  ])("knows about %s", (_what, from, to, isCastable) => {
    expect(between(from, to)).toBe(isCastable ? "castable" : "not-castable");
  });

  it.each([
    ["more fields", { x: t.int(), y: t.int() }, { x: t.int() }, true],
    ["fewer fields", { x: t.int() }, { x: t.int(), y: t.int() }, false],
    ["another order", { x: t.int(), y: t.float() }, { y: t.float(), x: t.int() }, true],
    ["an int for a float", { x: t.int() }, { x: t.float() }, false],
    ["required for defaulted", { x: t.int() }, { x: t.int().default(1) }, true],
    ["defaulted for required", { x: t.int().default(1) }, { x: t.int() }, false],
    ["a required field for an optional one", { x: t.int() }, { x: t.optional(t.int()) }, false],
    ["a datetime for a text", { x: t.datetime() }, { x: t.string() }, false],
    ["another enum", { x: t.enum(["a"]) }, { x: t.enum(["b"]) }, true],
    ["another map", { x: t.map(t.int()) }, { x: t.map(t.string()) }, true],
    ["another list", { x: t.list(t.int()) }, { x: t.list(t.string()) }, false],
    ["fewer fields within", { x: t.struct("A", {}) }, { x: t.struct("A", { y: t.int() }) }, false],
    ["durations beside other fields", { x: t.duration(), y: t.int() }, { x: t.duration() }, false],
    [
      "an optional record of another title",
      { x: t.optional(t.struct("A", {})) },
      { x: t.optional(t.struct("B", {})) },
      false,
    ],
  ])("compares records as the backend does: %s", (_what, from, to, isCastable) => {
    expect(between(t.struct("R", from), t.struct("R", to))).toBe(isCastable ? "castable" : "not-castable");
    expect(between(t.struct("R", from), t.struct("R", from))).toBe("castable");
  });

  it("takes a type for itself without looking at it, where nothing in it could crash the backend", () => {
    const unreadable = { ...INT };
    Object.defineProperty(unreadable, "structure", {
      get() {
        throw new Error("was read");
      },
    });
    expect(castability(unreadable, unreadable)).toBe("castable");
    expect(() => castability(unreadable, INT)).toThrow("was read");
  });
});
