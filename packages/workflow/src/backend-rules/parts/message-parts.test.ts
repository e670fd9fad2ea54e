import { describe, expect, it } from "vitest";
import { brief, entriesOf, itemsOf, numberOf, textOf } from "./message-parts.js";

describe("the parts of a message", () => {
  it("are what they are", () => {
    expect(itemsOf([1, 2])).toEqual([1, 2]);
    expect(entriesOf(new Map([["__proto__", 1]]))).toEqual([["__proto__", 1]]);
    expect([textOf("a"), numberOf(-5)]).toEqual(["a", -5]);
  });

  it.each([undefined, null, 5, {}])("are empty where there are none: %j", (nothing) => {
    expect([itemsOf(nothing as never), entriesOf(nothing as never), textOf(nothing as never)]).toEqual([
      [],
      [],
      "",
    ]);
  });

  it("have no holes", () => {
    const items: number[] = [1];
    items[2] = 3;
    items.length = 4_000_000_000;
    expect(itemsOf(items)).toEqual([1, 3]);
  });

  it("are zero where there is no number", () => {
    expect([undefined, null, "5", 5n, {}].map((nothing) => numberOf(nothing as never))).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it("have names that are texts", () => {
    expect(
      entriesOf(
        new Map<unknown, number>([
          [1, 1],
          ["a", 2],
          [undefined, 3],
        ]) as never,
      ),
    ).toEqual([["a", 2]]);
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
  it("cuts off a long name", () => {
    expect([brief(""), brief("a".repeat(80))]).toEqual(["", "a".repeat(80)]);
    expect(brief("a".repeat(81))).toBe(`${"a".repeat(80)}...`);
  });
});
