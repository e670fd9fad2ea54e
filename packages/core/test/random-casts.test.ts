import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { castability } from "../src/castability/castability.js";
import { explainCast } from "../src/castability/explain-cast.js";
import { describeLiteralType } from "../src/literals/describe-type.js";
import { chance, mutated, randomRecord, randomType } from "./support/random-types.js";
import { typeCasts } from "./support/type-casts.js";

// Even the largest of these takes a few milliseconds; the rest is for slow machines.
const LONGEST = 2000;

function timed(from: idl.LiteralType, to: idl.LiteralType) {
  const start = performance.now();
  const verdict = castability(from, to);
  const words = explainCast(from, to);
  return { verdict, words, took: performance.now() - start };
}

function check(from: idl.LiteralType, to: idl.LiteralType, seen: Map<string, number>): void {
  const { verdict, words, took } = timed(from, to);
  // Another process may have had the processor: what takes long does so each time.
  if (took > LONGEST && [1, 2].every(() => timed(from, to).took > LONGEST)) throw new Error("took too long");
  if (!["castable", "not-castable", "crashes-backend"].includes(verdict)) throw new Error(`gave ${verdict}`);
  if ((verdict === "castable") !== (words === undefined)) throw new Error(`${verdict}, because ${words}`);
  if (words !== undefined && (words.length < 10 || words.length > 2000)) throw new Error(`says ${words}`);
  if (describeLiteralType(from).length > 2000) throw new Error("is described at length");
  seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
}

describe("castability of any two types", () => {
  it("has an answer for random ones", () => {
    const random = chance(1);
    const seen = new Map<string, number>();
    for (let i = 0; i < 10_000; i += 1) {
      const from = randomType(random);
      check(from, randomType(random), seen);
      check(from, mutated(from, random), seen);
    }
    expect(seen.get("castable")).toBeGreaterThan(1000);
    expect(seen.get("not-castable")).toBeGreaterThan(1000);
  });

  it("has an answer for random records, and each of the three often", () => {
    const random = chance(2);
    const seen = new Map<string, number>();
    for (let i = 0; i < 10_000; i += 1) {
      const from = randomRecord(random);
      check(from, i % 2 === 0 ? mutated(from, random) : randomRecord(random), seen);
    }
    expect(
      Math.min(...["castable", "not-castable", "crashes-backend"].map((each) => seen.get(each) ?? 0)),
    ).toBeGreaterThan(100);
  });

  it("has an answer for what is close to real ones", () => {
    const random = chance(3);
    const seen = new Map<string, number>();
    for (const { upstream, downstream } of typeCasts()) {
      for (let i = 0; i < 5; i += 1) {
        check(mutated(upstream, random), i % 2 === 0 ? downstream : mutated(downstream, random), seen);
        check(upstream, mutated(upstream, random), seen);
      }
    }
    expect([...seen.values()].reduce((sum, each) => sum + each)).toBe(14_000);
  });
});
