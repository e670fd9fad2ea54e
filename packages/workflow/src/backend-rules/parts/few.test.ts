import { describe, expect, it } from "vitest";
import { few } from "./few.js";

describe("few", () => {
  it("is all names up to twelve, and then the first twelve", () => {
    expect(few([])).toEqual([]);
    expect(few(new Set(["a", "b"]))).toEqual(["a", "b"]);
    expect(few("abcdefghijkl")).toEqual([..."abcdefghijkl"]);
    expect(few("abcdefghijklm")).toEqual([..."abcdefghijkl", "..."]);
  });
});
