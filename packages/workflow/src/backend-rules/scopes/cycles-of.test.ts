import { describe, expect, it } from "vitest";
import { random } from "../../../test/support/random.js";
import { cyclesOf, reachableFrom } from "./cycles-of.js";

const graph = (lists: Record<string, string>) =>
  new Map(Object.entries(lists).map(([id, next]) => [id, next === "" ? [] : next.split("")]));

describe("reachableFrom", () => {
  it("is the start and all that comes after it", () => {
    const lists = graph({ a: "bc", b: "d", c: "", e: "a", f: "f" });
    expect([...reachableFrom("a", lists)].toSorted()).toEqual(["a", "b", "c", "d"]);
    expect([...reachableFrom("z", lists)]).toEqual(["z"]);
    expect([...reachableFrom("f", lists)]).toEqual(["f"]);
  });
});

describe("cyclesOf", () => {
  it.each([
    [{}, []],
    [{ a: "b", b: "c" }, []],
    [{ a: "bc", b: "d", c: "d", d: "" }, []],
    [{ a: "a" }, ["aa"]],
    [{ a: "b", b: "a" }, ["aba"]],
    [{ s: "a", a: "b", b: "c", c: "a" }, ["abca"]],
    // The shortest way round.
    [{ a: "bd", b: "c", c: "a", d: "a" }, ["ada"]],
    [{ a: "b", b: "a", c: "d", d: "c", e: "ac" }, ["aba", "cdc"]],
    // One knot of two cycles is told once.
    [{ a: "b", b: "ac", c: "b" }, ["aba"]],
    // What leads into a cycle and out of it is no part of it.
    [{ x: "a", a: "by", b: "a", y: "z" }, ["aba"]],
    [{ a: "bb", b: "aa" }, ["aba"]],
    [{ a: "b", b: "c", c: "db", d: "" }, ["bcb"]],
  ] as const)("of %j", (lists, expected) => {
    expect(cyclesOf(graph(lists)).map((path) => path.join(""))).toEqual(expected);
  });

  it("takes things of any kind", () => {
    const [a, b] = [{ name: "a" }, { name: "b" }];
    expect(
      cyclesOf(
        new Map([
          [a, [b]],
          [b, [a]],
        ]),
      ),
    ).toEqual([[a, b, a]]);
  });

  it("finds a cycle exactly where something can reach itself, and each is one", () => {
    const next = random(7);
    for (let round = 0; round < 500; round += 1) {
      const ids = [..."abcdefg"].slice(0, 2 + Math.floor(next() * 6));
      const lists = new Map(ids.map((id) => [id, ids.filter(() => next() < 0.2)]));
      const returns = (id: string) =>
        (lists.get(id) ?? []).some((after) => reachableFrom(after, lists).has(id));
      const cycles = cyclesOf(lists);
      expect(cycles.length > 0).toBe(ids.some(returns));
      for (const [i, cycle] of cycles.entries()) {
        expect(cycle.at(-1)).toBe(cycle[0]);
        for (const [j, id] of cycle.slice(1).entries()) expect(lists.get(cycle[j] ?? "")).toContain(id);
        expect(new Set(cycle).size).toBe(cycle.length - 1);
        const others = cycles.slice(i + 1).flat();
        expect(cycle.some((id) => others.includes(id))).toBe(false);
      }
      // Each that can reach itself is in a knot that is told.
      const told = new Set(cycles.flat());
      for (const id of ids.filter(returns)) {
        const together = [...reachableFrom(id, lists)].filter((each) => reachableFrom(each, lists).has(id));
        expect(together.some((each) => told.has(each))).toBe(true);
      }
    }
  });
});
