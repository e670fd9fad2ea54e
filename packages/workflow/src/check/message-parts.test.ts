import { describe, expect, it } from "vitest";
import { brief, entriesOf, itemsOf, textOf } from "./message-parts.js";

describe("the parts of a message", () => {
  it("are what they are", () => {
    expect(itemsOf([1, 2])).toEqual([1, 2]);
    expect(entriesOf(new Map([["__proto__", 1]]))).toEqual([["__proto__", 1]]);
    expect(textOf("a")).toBe("a");
  });

  it.each([undefined, null, 5, {}])("are empty where there are none: %j", (nothing) => {
    expect([itemsOf(nothing as never), entriesOf(nothing as never), textOf(nothing as never)]).toEqual([
      [],
      [],
      "",
    ]);
  });

  it("are no others than they should be", () => {
    expect([itemsOf("ab" as never), entriesOf([["a", 1]] as never), textOf(["a"] as never)]).toEqual([
      [],
      [],
      "",
    ]);
  });
});

describe("brief", () => {
  it("cuts off what is too long to read", () => {
    expect([brief(""), brief("a".repeat(80))]).toEqual(["", "a".repeat(80)]);
    expect(brief("a".repeat(81))).toBe(`${"a".repeat(80)}...`);
  });
});
