import { describe, expect, it } from "vitest";
import { depthOf, hasKind } from "./parts.js";
import type { Type } from "./type.js";

const type: Type = {
  kind: "struct",
  name: "R",
  fields: [
    { name: "a", type: { kind: "list", of: { kind: "union", of: [{ kind: "float" }, { kind: "none" }] } } },
  ],
};

describe("the parts of a type", () => {
  it("are counted at any depth", () => {
    expect(depthOf({ kind: "float" })).toBe(1);
    expect(depthOf(type)).toBe(4);
  });

  it("are found at any depth", () => {
    expect(hasKind(type, new Set(["none"]))).toBe(true);
    expect(hasKind(type, new Set(["map"]))).toBe(false);
  });
});
