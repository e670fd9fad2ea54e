import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Exchanged } from "../exchange/literals.js";
import { distribution } from "../report/distribution.js";
import { cases } from "./cases.js";

const drawn = fc.sample(cases, { seed: 11, numRuns: 600 });

describe("random cases", () => {
  it("come back from our own literals", async () => {
    for (const { type, values } of drawn) {
      const exchanged = new Exchanged(type);
      for (const value of values) {
        const literal = exchanged.encode(value);
        expect(await exchanged.difference(literal, value)).toBeUndefined();
        expect(await exchanged.difference(exchanged.again(literal, value), value)).toBeUndefined();
      }
    }
  });

  it("are of every kind, and often deep", () => {
    const { kinds, depths } = distribution(drawn);
    for (const [kind, count] of kinds) expect(count, kind).toBeGreaterThan(20);
    expect([...depths].reduce((sum, [depth, count]) => sum + (depth >= 3 ? count : 0), 0)).toBeGreaterThan(500);
  });
});
