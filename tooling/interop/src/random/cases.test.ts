import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localStore } from "@flytekit-ts/core/storage";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Exchanged } from "../exchange/literals.js";
import { distribution } from "../report/distribution.js";
import { cases } from "./cases.js";

const folder = mkdtempSync(join(tmpdir(), "interop-"));
const store = localStore({ folder });
afterAll(() => rmSync(folder, { recursive: true }));

const drawn = fc.sample(cases, { seed: 11, numRuns: 600 });

describe("random cases", () => {
  it("come back from our own literals", async () => {
    for (const { type, values } of drawn) {
      const exchanged = new Exchanged(type, store);
      for (const value of values) {
        const literal = await exchanged.encode(value);
        expect(await exchanged.difference(literal, value)).toBeUndefined();
        expect(await exchanged.difference(await exchanged.again(literal, value), value)).toBeUndefined();
      }
    }
  });

  it("are of every kind, and often deep", () => {
    const { kinds, depths } = distribution(drawn);
    expect([...kinds].filter(([, count]) => count <= 20)).toEqual([]);
    expect([...depths].reduce((sum, [depth, count]) => sum + (depth >= 3 ? count : 0), 0)).toBeGreaterThan(
      500,
    );
  });
});
