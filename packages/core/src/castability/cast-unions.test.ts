import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import {
  dataset,
  enumOf,
  FLOAT,
  INT,
  list,
  NONE,
  optional,
  recordOf,
  STRING,
  tag,
  union,
  UNTYPED,
} from "../../test/support/types.js";
import { castability } from "./castability.js";

const plain = recordOf("Plain", { type: "string" });
// Comparing the first with this one crashes the backend, comparing this one with itself does not.
const withPattern = recordOf("Pattern", { type: "string", pattern: "^a" });

type Case = readonly [what: string, from: idl.LiteralType, to: idl.LiteralType];

describe("castToUnion", () => {
  it.each<Case>([
    ["a value for an optional", INT, optional(INT)],
    ["none for an optional", NONE, optional(INT)],
    ["a union for one with more variants", union(INT, NONE), union(STRING, NONE, INT)],
    ["a union in another order", union(INT, STRING), union(STRING, INT)],
    ["a union of one variant for another", union(INT), union(INT)],
    ["a union of a union", union(union(INT, NONE)), optional(INT)],
    ["a union with several that fit", union(enumOf("a")), union(enumOf("a"), STRING)],
    ["a union of nothing for anything else", union(), union(INT)],
  ])("takes %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("castable");
  });

  it.each<Case>([
    ["value of which several variants could be meant", STRING, union(enumOf("a"), STRING)],
    ["none of which several variants could be meant", NONE, optional(dataset(""))],
    ["value that fits no variant", INT, optional(FLOAT)],
    ["value for a union of nothing", INT, union()],
    ["optional for a value", optional(INT), INT],
    ["union with a variant more", union(INT, STRING), union(INT)],
    ["variant with another tag", union(tag(INT, "x"), NONE), union(tag(INT, "y"), NONE)],
    ["union for none", optional(INT), NONE],
    ["union for what has no type", union(INT, NONE), UNTYPED],
  ])("takes no %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("not-castable");
  });

  it.each<Case>([
    ["as a whole", union(INT), INT],
    ["as the variant of another", union(union(INT), NONE), optional(INT)],
    ["whatever is wanted", union(list(INT)), list(INT)],
  ])("takes a union of one variant for that variant, %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("castable");
  });

  it.each<Case>([
    ["in a list", list(union(INT)), list(INT)],
    ["twice", union(union(INT)), INT],
    ["with another variant", union(INT), FLOAT],
  ])("does not take one %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("not-castable");
  });

  it("stops where the backend stops, and crashes where it comes to a crash before", () => {
    expect(castability(plain, withPattern)).toBe("crashes-backend");
    expect(castability(union(plain), withPattern)).toBe("crashes-backend");
    expect(castability(union(plain, INT), union(withPattern, INT))).toBe("crashes-backend");
    expect(castability(union(plain, INT), union(plain, withPattern, INT))).toBe("castable");
    expect(castability(union(FLOAT, plain), union(INT, withPattern))).toBe("not-castable");
    expect(castability(plain, union(plain, withPattern))).toBe("crashes-backend");
    expect(castability(plain, union(plain, { ...plain }, withPattern))).toBe("not-castable");
  });

  it("does not take a union for itself if the backend crashes over it", () => {
    const same = union(plain, withPattern);
    expect(castability(same, same)).toBe("castable");
    const other = union(withPattern, plain);
    expect(castability(other, other)).toBe("crashes-backend");
  });
});
